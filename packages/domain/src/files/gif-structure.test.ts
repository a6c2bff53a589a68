import { describe, expect, test } from "vitest";
import { encodeGif, gifComment, gifControl, gifExtension, gifFrame, gifLoop } from "./fixtures/encode-gif";
import { inspectImage } from "./inspect-image";

const filler = gifComment("x".repeat(100));

function causeOf(bytes: Uint8Array): string {
  const inspection = inspectImage(bytes);
  if (inspection.ok) return "accepted";
  expect(inspection.code).toBe("ERROR_IMAGE_TYPE_NOT_SUPPORTED");
  return inspection.cause;
}

describe("a GIF is accepted", () => {
  test.each([
    ["with one frame over the whole screen", encodeGif()],
    [
      "with a loop and several frames",
      encodeGif({ blocks: [gifLoop(0), gifControl(), gifFrame(), gifFrame()] }),
    ],
    [
      "with a smaller frame inside",
      encodeGif({ blocks: [gifFrame({ left: 30, top: 10, widthPx: 10, heightPx: 10 }), filler] }),
    ],
    [
      "with local colours only",
      encodeGif({ globalColours: false, blocks: [gifFrame({ localColours: true }), filler] }),
    ],
    ["with an extension nobody knows", encodeGif({ blocks: [gifExtension(0x42, filler), gifFrame()] })],
    ["with bytes after its trailer", encodeGif({ trailer: [0x3b, 0x0d, 0x0a] })],
  ])("%s", (_name, gif) => {
    expect(causeOf(gif)).toBe("accepted");
  });

  test("in its older version 87a", () => {
    const gif = encodeGif();
    gif.write("GIF87a", 0, "latin1");
    expect(causeOf(gif)).toBe("accepted");
  });
});

describe("a GIF is refused", () => {
  test.each([
    ["0 x 20 px", encodeGif({ widthPx: 0 })],
    ["no frame", encodeGif({ blocks: [filler] })],
    ["empty frame", encodeGif({ blocks: [gifFrame({ widthPx: 0 }), filler] })],
    ["frame outside of the screen", encodeGif({ blocks: [gifFrame({ left: 1 })] })],
    ["frame outside of the screen", encodeGif({ blocks: [gifFrame(), gifFrame({ heightPx: 21 })] })],
    ["frame without colours", encodeGif({ globalColours: false, blocks: [gifFrame()] })],
    ["frame without data", encodeGif({ blocks: [gifFrame({ data: new Uint8Array() }), filler] })],
    ["code size 0", encodeGif({ blocks: [gifFrame({ codeSize: 0 })] })],
    ["code size 9", encodeGif({ blocks: [gifFrame({ codeSize: 9 })] })],
    [
      "graphic control of wrong length",
      encodeGif({ blocks: [gifExtension(0xf9, Buffer.alloc(5)), gifFrame()] }),
    ],
    [
      "more than 4096 blocks",
      encodeGif({ blocks: [gifFrame(), ...Array.from({ length: 4096 }, () => gifComment("x"))] }),
    ],
    ["no whole block", encodeGif({ trailer: [] })],
    ["no whole block", encodeGif({ blocks: [gifFrame(), Buffer.from([0])] })],
  ])("for: %s", (cause, gif) => {
    expect(causeOf(gif)).toContain(cause);
  });
});
