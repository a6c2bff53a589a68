import { crc32 } from "node:zlib";
import type { ImageSides } from "./image-inspection";
import { type PngChunk, pngChunkType, pngSignature, readPngChunk } from "./png-chunks";

const IHDR = pngChunkType("IHDR");
const PLTE = pngChunkType("PLTE");
const IDAT = pngChunkType("IDAT");
const IEND = pngChunkType("IEND");

/** Encoders write some hundred chunks at most; thousands of empty ones would only cost checksum calls. */
const chunksMax = 4096;

const headerDataStart = pngSignature.length + 8;
const indexedColour = 3;

/** Bit depths that each colour type allows. */
const depthsByColourType = new Map<number, readonly number[]>([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [indexedColour, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);

export function isPng(bytes: Buffer): boolean {
  return bytes.length >= pngSignature.length && pngSignature.compare(bytes, 0, pngSignature.length) === 0;
}

/** Sizes from IHDR, which must be the first chunk and 13 bytes long; its checksum is judged with the rest. */
export function readPngSides(bytes: Buffer): ImageSides | null {
  const header = readPngChunk(bytes, pngSignature.length);
  if (header === null || header.type !== IHDR || header.dataEnd - header.dataStart !== 13) return null;
  return {
    widthPx: bytes.readUInt32BE(header.dataStart),
    heightPx: bytes.readUInt32BE(header.dataStart + 4),
  };
}

/**
 * Walks all chunks up to IEND. Call only after `readPngSides` found an IHDR. What follows IEND is tolerated: every
 * decoder stops there, some senders append a line break, and stripping drops it before a worker gets the file.
 */
export function findPngFault(bytes: Buffer): string | null {
  const progress: Progress = { palette: false, pixels: "before", pixelBytes: 0 };
  let at = pngSignature.length;
  for (let count = 0; count < chunksMax; count++) {
    const chunk = readPngChunk(bytes, at);
    if (chunk === null) return `no whole chunk at byte ${at}`;
    const fault = findChecksumFault(bytes, chunk) ?? findChunkFault(bytes, chunk, progress);
    if (fault !== null) return fault;
    if (chunk.type === IEND) return progress.pixelBytes > 0 ? null : "no IDAT data";
    at = chunk.end;
  }
  return `more than ${chunksMax} chunks`;
}

type Progress = { palette: boolean; pixels: "before" | "inside" | "after"; pixelBytes: number };

function findChecksumFault(bytes: Buffer, chunk: PngChunk): string | null {
  const computed = crc32(bytes.subarray(chunk.start + 4, chunk.dataEnd));
  return computed === bytes.readUInt32BE(chunk.dataEnd) ? null : `wrong checksum at byte ${chunk.start}`;
}

function findChunkFault(bytes: Buffer, chunk: PngChunk, progress: Progress): string | null {
  if (chunk.type !== IDAT && progress.pixels === "inside") progress.pixels = "after";
  switch (chunk.type) {
    case IHDR:
      return chunk.start === pngSignature.length ? findHeaderFault(bytes) : "second IHDR";
    case PLTE:
      return findPaletteFault(bytes, chunk, progress);
    case IDAT:
      return findPixelFault(bytes, chunk, progress);
    case IEND:
      return chunk.dataEnd === chunk.dataStart ? null : "IEND is not empty";
    default:
      return findOtherChunkFault(chunk.type);
  }
}

function findHeaderFault(bytes: Buffer): string | null {
  const depth = bytes.readUInt8(headerDataStart + 8);
  const colourType = bytes.readUInt8(headerDataStart + 9);
  if (!depthsByColourType.get(colourType)?.includes(depth)) {
    return `bit depth ${depth} with colour type ${colourType}`;
  }
  if (bytes[headerDataStart + 10] !== 0) return "unknown compression method";
  if (bytes[headerDataStart + 11] !== 0) return "unknown filter method";
  return bytes.readUInt8(headerDataStart + 12) > 1 ? "unknown interlace method" : null;
}

/** A palette in a grey picture is against the rules too, but decoders skip it, so the picture is whole. */
function findPaletteFault(bytes: Buffer, chunk: PngChunk, progress: Progress): string | null {
  if (progress.palette) return "second PLTE";
  if (progress.pixels !== "before") return "PLTE after IDAT";
  progress.palette = true;
  const entries = (chunk.dataEnd - chunk.dataStart) / 3;
  const entriesMax = isIndexed(bytes) ? 2 ** bytes.readUInt8(headerDataStart + 8) : 256;
  return Number.isInteger(entries) && entries >= 1 && entries <= entriesMax
    ? null
    : `PLTE of ${entries} entries`;
}

function findPixelFault(bytes: Buffer, chunk: PngChunk, progress: Progress): string | null {
  if (progress.pixels === "after") return "IDAT chunks are not contiguous";
  if (isIndexed(bytes) && !progress.palette) return "no PLTE before IDAT";
  progress.pixels = "inside";
  progress.pixelBytes += chunk.dataEnd - chunk.dataStart;
  return null;
}

/** A decoder may skip an unknown ancillary chunk (small first letter), but has to give up at a critical one. */
function findOtherChunkFault(type: number): string | null {
  for (let shift = 0; shift < 32; shift += 8) {
    const smallLetter = ((type >>> shift) & 0xff) | 0x20;
    if (smallLetter < 0x61 || smallLetter > 0x7a) return "chunk type is not four letters";
  }
  return (type & 0x2000_0000) === 0 ? "unknown critical chunk" : null;
}

function isIndexed(bytes: Buffer): boolean {
  return bytes[headerDataStart + 9] === indexedColour;
}
