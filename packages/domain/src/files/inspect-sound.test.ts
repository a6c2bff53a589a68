import { expect, test } from "vitest";
import { encodeMp3 } from "./fixtures/encode-mp3";
import { noise } from "./fixtures/noise";
import { inspectSound } from "./inspect-sound";

const MP3 = encodeMp3(20);
const ID3V2 = Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\x0f", "latin1"), Buffer.from("somebody's name")]);
const ID3V1 = Buffer.concat([Buffer.from("TAG"), Buffer.alloc(125, "x")]);

test.each<[string, Buffer]>([
  ["frames alone", MP3],
  ["a tag before them", Buffer.concat([ID3V2, MP3])],
  ["a tag and padding before them", Buffer.concat([ID3V2, Buffer.alloc(64), MP3])],
  ["a tag after them", Buffer.concat([MP3, ID3V1])],
])("%s are an mp3, and the tags stay out", (_what, bytes) => {
  const inspection = inspectSound(bytes);
  expect(inspection).toMatchObject({ ok: true, mediaType: "audio/mpeg" });
  expect(inspection.ok && inspection.audio.equals(MP3)).toBe(true);
});

test("a last frame that is cut off and a few stray bytes are forgiven", () => {
  expect(inspectSound(MP3.subarray(0, -100)).ok).toBe(true);
  expect(inspectSound(Buffer.concat([MP3, Buffer.from("stray bytes"), MP3])).ok).toBe(true);
});

test.each<[string, Buffer, string]>([
  ["99 bytes", MP3.subarray(0, 99), "ERROR_ZERO_CAPTCHA_FILESIZE"],
  ["more than a mebibyte", encodeMp3(2_600), "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
  ["noise", noise(5_000), "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ["two frames", encodeMp3(2), "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  [
    "frames in much that is none",
    Buffer.concat([MP3, Buffer.alloc(9_000)]),
    "ERROR_IMAGE_TYPE_NOT_SUPPORTED",
  ],
  [
    "a tag that claims more than there is",
    Buffer.from(`ID3\x04\0\0\x7f\x7f\x7f\x7f${"x".repeat(200)}`, "latin1"),
    "ERROR_IMAGE_TYPE_NOT_SUPPORTED",
  ],
  [
    "a wav",
    Buffer.concat([Buffer.from("RIFF\x80\0\0\0WAVEfmt ", "latin1"), Buffer.alloc(200)]),
    "ERROR_WRONG_FILE_EXTENSION",
  ],
  ["an ogg", Buffer.concat([Buffer.from("OggS"), Buffer.alloc(200)]), "ERROR_WRONG_FILE_EXTENSION"],
])("%s are refused", (_what, bytes, code) => {
  expect(inspectSound(bytes)).toMatchObject({ ok: false, code });
});
