import { describe, expect, test } from "vitest";
import { inspectImage } from "./inspect-image";

function padded(head: string | readonly number[]): Buffer {
  const bytes = typeof head === "string" ? Buffer.from(head, "latin1") : Buffer.from(head);
  return Buffer.concat([bytes, Buffer.alloc(200)]);
}

function box(brands: string): string {
  return `\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}`;
}

describe("a known format that is not accepted has an error of its own", () => {
  test.each([
    ["webp", "RIFF\x90\0\0\0WEBPVP8 "],
    ["bmp", [0x42, 0x4d, 210, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]],
    ["tiff", "II*\0\x08\0\0\0"],
    ["tiff", "MM\0*\0\0\0\x08"],
    ["ico", [0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0]],
    ["ico", [0, 0, 2, 0, 1, 0, 16, 16, 0, 0, 1, 0]],
    ["avif", box("avif\0\0\0\0avifmif1miaf")],
    ["avif", box("mif1\0\0\0\0mif1avif")],
    ["heic", box("heic\0\0\0\0mif1heic")],
    ["svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    [
      "svg",
      "\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- made by hand -->\n<!DOCTYPE svg [<!ENTITY a 'b>'>]>\n<svg>",
    ],
  ])("%s", (name, head) => {
    expect(inspectImage(padded(head))).toEqual({
      ok: false,
      code: "ERROR_WRONG_FILE_EXTENSION",
      cause: `${name} is not accepted`,
    });
  });
});

describe("bytes of no known image format are not supported", () => {
  test.each([
    ["text", "BM is how this plain text begins, and it goes on"],
    ["a web page", "<!DOCTYPE html><html><body><svg></svg></body></html>"],
    ["an unended comment", "<!-- <svg>"],
    ["a film", box("isom\0\0\0\0isommp42")],
    ["a sound", "RIFF\x90\0\0\0WAVEfmt "],
    ["a document", "%PDF-1.7"],
    ["a PNG spoiled by a text transfer", [0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0]],
    ["zeros", []],
  ])("%s", (_name, head) => {
    expect(inspectImage(padded(head))).toMatchObject({ code: "ERROR_IMAGE_TYPE_NOT_SUPPORTED" });
  });
});
