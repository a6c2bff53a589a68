import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePng } from "../files/fixtures/encode-png";
import { noise } from "../files/fixtures/noise";
import { readFixture } from "../files/fixtures/read-fixture";
import { lighterPicture } from "./lighter-picture";

/** A photograph, more or less: soft colours with the noise of a camera. */
async function photograph(): Promise<Buffer> {
  const pixels = { width: 700, height: 500, channels: 3 as const };
  const soft = await sharp(noise(30 * 20 * 3), { raw: { ...pixels, width: 30, height: 20 } })
    .resize(pixels.width, pixels.height, { kernel: "cubic" })
    .png()
    .toBuffer();
  return sharp(soft).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
}

test("a large picture comes in fewer bytes with as many pixels, turned as it is looked at", async () => {
  const bytes = await photograph();
  const light = await lighterPicture({ bytes, mediaType: "image/jpeg" });
  expect(light.mediaType).toBe("image/webp");
  expect(light.bytes.length).toBeLessThan(0.8 * bytes.length);
  const { width, height } = await sharp(light.bytes).metadata();
  expect([width, height]).toEqual([500, 700]);
});

test("one that is small, moves, or cannot be decoded comes as it is", async () => {
  const small = { bytes: encodePng({ noise: noise(900) }), mediaType: "image/png" as const };
  const moving = {
    bytes: Buffer.concat([readFixture("animated.gif"), Buffer.alloc(40_000)]),
    mediaType: "image/gif" as const,
  };
  const broken = { bytes: Buffer.from(noise(50_000)), mediaType: "image/jpeg" as const };
  for (const file of [small, moving, broken]) expect(await lighterPicture(file)).toBe(file);
});

test("more than two at once are not made: the third comes as it is", async () => {
  const file = { bytes: await photograph(), mediaType: "image/jpeg" as const };
  const made = await Promise.all([lighterPicture(file), lighterPicture(file), lighterPicture(file)]);
  expect(made.map(({ mediaType }) => mediaType)).toEqual(["image/webp", "image/webp", "image/jpeg"]);
});
