import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decodeBase64Image } from "./decode-base64-image";
import { encodePng } from "./fixtures/encode-png";
import { noise } from "./fixtures/noise";
import { readFixture } from "./fixtures/read-fixture";

const picture = encodePng({ noise: noise(2400) });
const text = picture.toString("base64");

function wrap(lineBreak: string, columns = 76): string {
  return text.replace(new RegExp(`.{${columns}}`, "g"), (line) => line + lineBreak);
}

describe("base64 of a picture is decoded", () => {
  test.each([
    ["as it is", text],
    ["wrapped by \\n", wrap("\n", 60)],
    ["wrapped by \\r\\n", wrap("\r\n")],
    ["wrapped and indented", wrap("\n\t")],
    ["with white space around it", ` \n${text}\r\n `],
    ["in the url-safe alphabet", picture.toString("base64url")],
    ["without its padding", text.replace(/=+$/, "")],
    ["behind a data-URI prefix", `data:image/png;base64,${text}`],
    ["behind a prefix in capitals with a parameter", `DATA:image/png;charset=utf-8;BASE64, ${text}`],
    ["behind a prefix without a type", `data:;base64,${text}`],
    ["with every + turned into a space by a form", text.replaceAll("+", " ")],
    ["wrapped, with every + turned into a space", wrap("\r\n").replaceAll("+", " ")],
    ["wrapped by spaces", wrap(" ")],
    ["wrapped by \\n and indented by spaces", wrap("\n  ")],
  ])("%s", (_name, sent) => {
    expect(decodeBase64Image(sent)).toEqual(picture);
  });

  it("also when lost pluses leave a length that both readings of a space allow", () => {
    for (let count = 1; count <= 12; count++) {
      let left = count;
      const sent = text.replace(/\+/g, () => (left-- > 0 ? " " : "+"));
      expect(sent.split(" ").length).toBe(count + 1);
      expect(decodeBase64Image(sent)).toEqual(picture);
    }
  });

  it("whatever its bytes and its padding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.boolean(), (bytes, padded) => {
        const sent = Buffer.from(bytes).toString("base64");
        expect(decodeBase64Image(padded ? sent : sent.replace(/=/g, ""))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it("for a JPEG that lost its pluses", () => {
    const jpeg = readFixture("located-turned.jpg");
    const sent = jpeg.toString("base64");
    expect(sent).toContain("+");
    expect(decodeBase64Image(sent.replaceAll("+", " "))).toEqual(jpeg);
  });
});

describe("what is not base64 is null", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \r\n\t "],
    ["a bare prefix", "data:image/png;base64,"],
    ["padding alone", "=="],
    ["a single symbol", "A"],
    ["one symbol too many", "QUJDR"],
    ["too much padding", "QUJD="],
    ["three signs of padding", "QQ==="],
    ["padding in the middle", "QUI=QUJD"],
    ["foreign symbols", "QUJD!UJD"],
    ["percent escapes", "QUJD%2BUJD"],
    ["a data-URI that is not base64", "data:image/svg+xml,<svg></svg>"],
    ["a letter whose low byte looks like base64", "QUJ\u0144"],
    ["a lone surrogate", "QUJ\ud844"],
    ["a letter of Latin-1", "QUJ\u00c4"],
    ["NUL", "QUJD\0UJD"],
    ["a file path", "./captcha.png"],
  ])("%s", (_name, sent) => {
    expect(decodeBase64Image(sent)).toBeNull();
  });

  it("or bytes, but never an exception, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (sent) => {
        const bytes = decodeBase64Image(sent);
        expect(bytes === null || bytes.length > 0).toBe(true);
      }),
    );
  });

  it("for real base64 with any one symbol replaced by a foreign one", () => {
    const foreign = fc
      .string({ unit: "binary", minLength: 1, maxLength: 1 })
      .filter((s) => !/[\w+/=\s-]/.test(s));
    fc.assert(
      fc.property(fc.nat(text.length - 3), foreign, (at, symbol) => {
        expect(decodeBase64Image(text.slice(0, at) + symbol + text.slice(at + 1))).toBeNull();
      }),
    );
  });
});
