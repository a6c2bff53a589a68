export type SoundRefusalCode =
  | "ERROR_ZERO_CAPTCHA_FILESIZE"
  | "ERROR_TOO_BIG_CAPTCHA_FILESIZE"
  | "ERROR_WRONG_FILE_EXTENSION"
  | "ERROR_IMAGE_TYPE_NOT_SUPPORTED";

/** `audio` is the sound without its tags, a view of the same memory. `cause` is for logs, never for customers. */
export type SoundInspection =
  | { ok: true; mediaType: "audio/mpeg"; audio: Buffer }
  | { ok: false; code: SoundRefusalCode; cause: string };

const BYTES_MIN = 100;
const BYTES_MAX = 1_048_576;
/** Fewer frames than this are no sound that anybody could understand, and too weak a proof. */
const FRAMES_MIN = 3;

/**
 * Says whether these bytes are an mp3 that may become a task, by walking its frames: nothing is decoded. Nine tenths
 * of what lies between the tags must be whole frames, since encoders and cutters leave some stray bytes. Never throws.
 */
export function inspectSound(bytes: Buffer): SoundInspection {
  if (bytes.length < BYTES_MIN) return refused("ERROR_ZERO_CAPTCHA_FILESIZE", `${bytes.length} bytes`);
  if (bytes.length > BYTES_MAX) return refused("ERROR_TOO_BIG_CAPTCHA_FILESIZE", `${bytes.length} bytes`);
  const otherFormat = nameOtherFormat(bytes);
  if (otherFormat !== null) return refused("ERROR_WRONG_FILE_EXTENSION", `${otherFormat} is not accepted`);
  const audio = cutTags(bytes);
  const { frames, framedBytes } = walkFrames(audio);
  if (frames < FRAMES_MIN || framedBytes * 10 < audio.length * 9) {
    return refused("ERROR_IMAGE_TYPE_NOT_SUPPORTED", `${frames} frames in ${framedBytes} bytes`);
  }
  return { ok: true, mediaType: "audio/mpeg", audio };
}

function nameOtherFormat(bytes: Buffer): string | null {
  const head = bytes.toString("latin1", 0, 12);
  if (head.startsWith("RIFF") && head.endsWith("WAVE")) return "wav";
  if (head.startsWith("OggS")) return "ogg";
  if (head.startsWith("fLaC")) return "flac";
  if (head.startsWith("ftyp", 4)) return "m4a";
  return head.startsWith("\x1aE\xdf\xa3") ? "webm" : null;
}

const ID3V2_HEADER_BYTES = 10;
const ID3V1_BYTES = 128;

/** What stands between an ID3v2 tag at the beginning and an ID3v1 tag at the end: names and places stay out. */
function cutTags(bytes: Buffer): Buffer {
  let start = 0;
  while (bytes.toString("latin1", start, start + 3) === "ID3" && start + ID3V2_HEADER_BYTES <= bytes.length) {
    const hasFooter = ((bytes[start + 5] ?? 0) & 0x10) !== 0;
    start += ID3V2_HEADER_BYTES + readSyncSafe(bytes, start + 6) + (hasFooter ? ID3V2_HEADER_BYTES : 0);
  }
  while (bytes[start] === 0) start++;
  const hasEndTag =
    bytes.length - start > ID3V1_BYTES &&
    bytes.toString("latin1", bytes.length - ID3V1_BYTES).startsWith("TAG");
  return bytes.subarray(start, hasEndTag ? bytes.length - ID3V1_BYTES : bytes.length);
}

/** Four bytes of seven bits each. */
function readSyncSafe(bytes: Buffer, at: number): number {
  let size = 0;
  for (let i = 0; i < 4; i++) size = size * 128 + ((bytes[at + i] ?? 0) & 0x7f);
  return size;
}

/** A frame counts when another begins where it ends, or the sound ends within it. */
function walkFrames(audio: Buffer): { frames: number; framedBytes: number } {
  let frames = 0;
  let framedBytes = 0;
  for (let at = 0; at >= 0 && at < audio.length; ) {
    const length = readFrameLength(audio, at);
    const end = at + length;
    if (length > 0 && (end >= audio.length - 4 || readFrameLength(audio, end) > 0)) {
      frames++;
      framedBytes += Math.min(end, audio.length) - at;
      at = end;
    } else {
      at = audio.indexOf(0xff, at + 1);
    }
  }
  return { frames, framedBytes };
}

const KBITS_MPEG_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const KBITS_MPEG_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const SAMPLE_RATES_MPEG_1 = [44_100, 48_000, 32_000, 0];

/** The length of the layer III frame whose header stands at `at`, or 0 when none does. */
function readFrameLength(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return 0;
  const second = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  const version = (second >> 3) & 3;
  const isLayerThree = (second & 0xe6) === 0xe2;
  if (!isLayerThree || version === 1) return 0;
  const isMpeg1 = version === 3;
  const kbits = (isMpeg1 ? KBITS_MPEG_1 : KBITS_MPEG_2)[third >> 4] ?? 0;
  const sampleRate = (SAMPLE_RATES_MPEG_1[(third >> 2) & 3] ?? 0) / (isMpeg1 ? 1 : version === 2 ? 2 : 4);
  if (kbits === 0 || sampleRate === 0) return 0;
  const padding = (third >> 1) & 1;
  return Math.floor(((isMpeg1 ? 144_000 : 72_000) * kbits) / sampleRate) + padding;
}

function refused(code: SoundRefusalCode, cause: string): SoundInspection {
  return { ok: false, code, cause };
}
