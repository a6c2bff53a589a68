import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { encodeGif } from "./fixtures/encode-gif";
import { encodePng, encodePngOfBytes } from "./fixtures/encode-png";
import { noise } from "./fixtures/noise";
import { readFixture } from "./fixtures/read-fixture";
import { inspectImage } from "./inspect-image";

function codeOf(bytes: Uint8Array): string {
  const inspection = inspectImage(bytes);
  return inspection.ok ? "ok" : inspection.code;
}

describe("the size of the file", () => {
  test.each([
    [0, "ERROR_ZERO_CAPTCHA_FILESIZE"],
    [99, "ERROR_ZERO_CAPTCHA_FILESIZE"],
    [100, "ok"],
    [614_400, "ok"],
    [614_401, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
  ])("a PNG of %i bytes is answered with %s", (bytes, code) => {
    expect(codeOf(bytes < 100 ? encodePngOfBytes(100).subarray(0, bytes) : encodePngOfBytes(bytes))).toBe(
      code,
    );
  });

  it("is judged before the type", () => {
    expect(codeOf(Buffer.alloc(99))).toBe("ERROR_ZERO_CAPTCHA_FILESIZE");
    expect(codeOf(Buffer.alloc(614_401))).toBe("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
  });
});

describe("the sides of the picture", () => {
  test.each([
    [1, 1, "ok"],
    [1000, 1000, "ok"],
    [1001, 10, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
    [10, 1001, "ERROR_TOO_BIG_CAPTCHA_FILESIZE"],
    [0, 10, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
    [10, 0, "ERROR_IMAGE_TYPE_NOT_SUPPORTED"],
  ])("a PNG of %i x %i px is answered with %s", (widthPx, heightPx, code) => {
    const filler = ["prVt", new Uint8Array(100)] as const;
    expect(codeOf(encodePng({ widthPx, heightPx, afterPixels: [filler] }))).toBe(code);
  });

  it("are judged before the structure", () => {
    const cut = encodePng({ widthPx: 1001, noise: noise(500) }).subarray(0, 110);
    expect(codeOf(cut)).toBe("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
  });

  it("of a bomb are refused without touching its pixels", () => {
    const bomb = encodePng({
      noise: noise(500),
      afterPixels: [["prVt", new Uint8Array(800)]],
    });
    bomb.writeUInt32BE(30_000, 16);
    bomb.writeUInt32BE(30_000, 20);
    expect(codeOf(bomb)).toBe("ERROR_TOO_BIG_CAPTCHA_FILESIZE");
  });

  it("and bytes can be limited differently, as for a picture of instructions", () => {
    const limits = { bytesMin: 1, bytesMax: 102_400, widthPxMax: 400, heightPxMax: 150 };
    expect(inspectImage(encodePng({ widthPx: 400, heightPx: 150 }), limits).ok).toBe(true);
    expect(inspectImage(encodePng({ widthPx: 400, heightPx: 151 }), limits).ok).toBe(false);
  });
});

describe("what is accepted", () => {
  test.each([
    ["png", encodePng({ noise: noise(900) }), 40, 20],
    ["gif", encodeGif(), 40, 20],
    ["gif", readFixture("animated.gif"), 40, 20],
    ["jpeg", readFixture("baseline.jpg"), 60, 24],
    ["jpeg", readFixture("progressive.jpg"), 60, 24],
    ["jpeg", readFixture("grey.jpg"), 60, 24],
    ["jpeg", readFixture("cmyk-adobe.jpg"), 60, 24],
    ["jpeg", readFixture("located-turned.jpg"), 60, 24],
    ["png", readFixture("located-turned.png"), 60, 24],
  ])("a %s is described by its format and stored sizes", (format, bytes, widthPx, heightPx) => {
    expect(inspectImage(bytes)).toEqual({
      ok: true,
      format,
      mediaType: `image/${format}`,
      widthPx,
      heightPx,
    });
  });

  it("may be a plain Uint8Array inside a larger buffer", () => {
    const png = encodePngOfBytes(200);
    const around = new Uint8Array(300);
    around.set(png, 50);
    expect(inspectImage(around.subarray(50, 250))).toEqual(inspectImage(png));
  });
});

describe("whatever the bytes", () => {
  const pictures = [
    encodePng({ noise: noise(300), beforePixels: [["tEXt", Buffer.from("Comment\0hello")]] }),
    encodeGif(),
    ...(["animated.gif", "baseline.jpg", "progressive.jpg", "located-turned.jpg"] as const).map(readFixture),
  ];
  const heads = pictures.map((picture) => picture.subarray(0, 24));

  it("it answers for any bytes, also behind a real beginning", () => {
    const anything = fc.tuple(
      fc.constantFrom(Buffer.alloc(0), ...heads),
      fc.uint8Array({ minLength: 100, maxLength: 400 }),
    );
    fc.assert(
      fc.property(anything, ([head, tail]) => {
        expect(inspectImage(Buffer.concat([head, tail]))).toHaveProperty("ok");
      }),
      { numRuns: 2000 },
    );
  });

  it("it answers for a real picture with some bytes replaced, removed or repeated", () => {
    const edit = fc.record({
      picture: fc.constantFrom(...pictures),
      at: fc.nat(2000),
      remove: fc.nat(20),
      insert: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(edit, ({ picture, at, remove, insert }) => {
        const edited = [picture.subarray(0, at), insert, picture.subarray(at + remove)];
        expect(inspectImage(Buffer.concat(edited))).toHaveProperty("ok");
      }),
      { numRuns: 5000 },
    );
  });

  test.each(pictures.map((picture, index) => [index, picture] as const))(
    "real picture %i is refused at every shorter length",
    (_index, picture) => {
      expect(codeOf(picture)).toBe("ok");
      for (let length = 0; length < picture.length; length++) {
        expect(inspectImage(picture.subarray(0, length)).ok).toBe(false);
      }
    },
  );

  it("a PNG with any single bit flipped is refused", () => {
    const png = encodePng({ noise: noise(300) });
    expect(codeOf(png)).toBe("ok");
    for (let bit = 0; bit < png.length * 8; bit++) {
      const flipped = Buffer.from(png);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(inspectImage(flipped).ok).toBe(false);
    }
  });
});
