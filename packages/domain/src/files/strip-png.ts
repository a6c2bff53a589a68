import { crc32 } from "node:zlib";
import { readExifOrientation, writeExifOrientation } from "./exif-orientation";
import { KeptBytes } from "./kept-bytes";
import { type PngChunk, pngChunkType, pngSignature, readPngChunk } from "./png-chunks";

const IEND = pngChunkType("IEND");
const EXIF = pngChunkType("eXIf");

/**
 * The ancillary chunks that change what is seen, with the longest data each may have, so that none can carry text:
 * transparency, colour space, high dynamic range, animation. An ICC profile (iCCP) is dropped like its JPEG twin: it
 * names monitors and authors, and without it viewers take gAMA, cHRM or sRGB, a shift that no reading depends on.
 */
const keptChunkBytesMax = new Map<number, number>([
  [pngChunkType("tRNS"), 256],
  [pngChunkType("gAMA"), 4],
  [pngChunkType("cHRM"), 32],
  [pngChunkType("sRGB"), 1],
  [pngChunkType("cICP"), 4],
  [pngChunkType("mDCV"), 24],
  [pngChunkType("cLLI"), 8],
  [pngChunkType("acTL"), 8],
  [pngChunkType("fcTL"), 26],
  [pngChunkType("fdAT"), Number.POSITIVE_INFINITY],
]);

/** Null when there is nothing to drop. */
export function stripPng(bytes: Buffer): Buffer | null {
  const kept = new KeptBytes(bytes);
  kept.keep(0, pngSignature.length);
  let oriented = false;
  let chunk = readPngChunk(bytes, pngSignature.length);
  while (chunk !== null) {
    if (chunk.type === EXIF && !oriented) oriented = keepOrientation(bytes, chunk, kept);
    else if (isKept(chunk)) kept.keep(chunk.start, chunk.end);
    chunk = chunk.type === IEND ? null : readPngChunk(bytes, chunk.end);
  }
  return kept.finish();
}

function isKept({ type, dataStart, dataEnd }: PngChunk): boolean {
  const isCritical = (type & 0x2000_0000) === 0;
  return isCritical || dataEnd - dataStart <= (keptChunkBytesMax.get(type) ?? -1);
}

/** Puts an EXIF chunk with the orientation alone in the place of a larger one; says whether there was any. */
function keepOrientation(bytes: Buffer, chunk: PngChunk, kept: KeptBytes): boolean {
  const exif = bytes.subarray(chunk.dataStart, chunk.dataEnd);
  const orientation = readExifOrientation(exif);
  if (orientation === 1) return false;
  const minimal = writeExifOrientation(orientation);
  if (exif.equals(minimal)) kept.keep(chunk.start, chunk.end);
  else kept.write(writeChunk(EXIF, minimal));
  return true;
}

function writeChunk(type: number, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.writeUInt32BE(type, 4);
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
