/**
 * A JPEG is a row of segments, each `FF marker length(2) payload`; a few markers stand alone. After a start of scan
 * comes entropy-coded data without a length: it ends at the first FF that is neither stuffed (FF 00) nor a restart.
 */
export type JpegSegment = {
  readonly marker: number;
  /** Includes the fill bytes (FF) that may stand before a marker. */
  readonly start: number;
  /** Of the payload, without the two bytes of length. */
  readonly dataStart: number;
  readonly end: number;
};

export const jpegMarker = {
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  dht: 0xc4,
  dqt: 0xdb,
  dnl: 0xdc,
  dri: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
  app15: 0xef,
  com: 0xfe,
} as const;

/** What the payload of an EXIF segment (APP1) begins with; a TIFF file follows. */
export const exifSignature = Buffer.from("Exif\0\0", "latin1");

/** Camera files have some dozen; a profile split in the smallest parts adds 255. */
export const jpegSegmentsMax = 4096;

/** The segment that begins at `start`, or null when there is no marker or it does not fit into the file. */
export function readJpegSegment(bytes: Buffer, start: number): JpegSegment | null {
  if (bytes[start] !== 0xff) return null;
  let markerAt = start + 1;
  while (bytes[markerAt] === 0xff) markerAt++;
  const marker = bytes[markerAt];
  if (marker === undefined || marker === 0) return null;
  const lengthAt = markerAt + 1;
  if (standsAlone(marker)) return { marker, start, dataStart: lengthAt, end: lengthAt };
  if (lengthAt + 2 > bytes.length) return null;
  const length = bytes.readUInt16BE(lengthAt);
  const end = lengthAt + length;
  return length < 2 || end > bytes.length ? null : { marker, start, dataStart: lengthAt + 2, end };
}

export function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

export type EntropyCodedData = {
  /** Where the next marker's FF stands, or the length of the file when there is none. */
  readonly end: number;
  readonly restarts: number;
  /** Restart markers count 0 to 7 and round again. */
  readonly restartsInOrder: boolean;
};

/** Walks entropy-coded data from its first byte. */
export function walkEntropyCodedData(bytes: Buffer, start: number): EntropyCodedData {
  let restarts = 0;
  let restartsInOrder = true;
  let at = findNextFf(bytes, start);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1];
    if (next === 0xff) {
      at++;
      continue;
    }
    if (next !== 0) {
      if (!isRestart(next)) return { end: at, restarts, restartsInOrder };
      if (next !== 0xd0 + (restarts % 8)) restartsInOrder = false;
      restarts++;
    }
    at = findNextFf(bytes, at + 2);
  }
  return { end: bytes.length, restarts, restartsInOrder };
}

/** Below this distance a loop finds a byte sooner than a call of `indexOf` costs. */
const nearBytes = 48;

/**
 * Usual data has an FF every few hundred bytes, where `indexOf` is five times as fast as a loop; but with it alone a
 * file of nothing but stuffed bytes would cost some twenty times the usual. So the first bytes are looked at here.
 */
function findNextFf(bytes: Buffer, from: number): number {
  const near = Math.min(from + nearBytes, bytes.length);
  for (let at = from; at < near; at++) {
    if (bytes[at] === 0xff) return at;
  }
  return near >= bytes.length ? -1 : bytes.indexOf(0xff, near);
}

function isRestart(marker: number | undefined): boolean {
  return marker !== undefined && marker >= 0xd0 && marker <= 0xd7;
}

function standsAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01;
}
