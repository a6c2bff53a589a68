/**
 * A PNG is an 8-byte signature and a row of chunks, each `length(4) type(4) data(length) crc(4)`. Types are kept
 * as the 32-bit number in the file, so that comparing them allocates nothing.
 */
export type PngChunk = {
  readonly type: number;
  readonly start: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  /** One past the checksum. */
  readonly end: number;
};

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The chunk that begins at `start`, or null when it does not fit into the file. Its checksum is not verified. */
export function readPngChunk(bytes: Buffer, start: number): PngChunk | null {
  const dataStart = start + 8;
  if (dataStart + 4 > bytes.length) return null;
  const dataEnd = dataStart + bytes.readUInt32BE(start);
  if (dataEnd + 4 > bytes.length) return null;
  return { type: bytes.readUInt32BE(start + 4), start, dataStart, dataEnd, end: dataEnd + 4 };
}

/** The number that stands for a chunk type, as in `pngChunkType("IHDR")`. */
export function pngChunkType(name: string): number {
  return Buffer.from(name, "latin1").readUInt32BE(0);
}
