/**
 * After its header and global colour table a GIF is a row of blocks: images (2C), extensions (21) and the trailer
 * (3B). Their data is a chain of sub-blocks, each a length byte and so many bytes, ended by a length of zero.
 */
export type GifBlock =
  | {
      readonly kind: "image";
      readonly start: number;
      /** Where the byte with the smallest LZW code size stands, after the local colour table. */
      readonly dataStart: number;
      readonly hasColourTable: boolean;
      readonly end: number;
    }
  | { readonly kind: "extension"; readonly label: number; readonly start: number; readonly end: number }
  | { readonly kind: "trailer"; readonly start: number; readonly end: number };

export const gifLabel = { plainText: 0x01, graphicControl: 0xf9, application: 0xff } as const;

/** Far more than any animation that fits into the size limit; each block costs a little, however empty. */
export const gifBlocksMax = 4096;

const headerLength = 13;
const descriptorLength = 10;

/** Where the first block stands, or null when the header or the global colour table is cut. */
export function findFirstGifBlock(bytes: Buffer): number | null {
  if (bytes.length < headerLength) return null;
  const start = headerLength + colourTableLength(bytes.readUInt8(10));
  return start <= bytes.length ? start : null;
}

export function hasColourTable(flags: number): boolean {
  return (flags & 0x80) !== 0;
}

/** The block that begins at `start`, or null when it is of no known kind or does not fit into the file. */
export function readGifBlock(bytes: Buffer, start: number): GifBlock | null {
  switch (bytes[start]) {
    case 0x3b:
      return { kind: "trailer", start, end: start + 1 };
    case 0x21:
      return readExtension(bytes, start);
    case 0x2c:
      return readImage(bytes, start);
    default:
      return null;
  }
}

function readExtension(bytes: Buffer, start: number): GifBlock | null {
  const label = bytes[start + 1];
  const end = skipSubBlocks(bytes, start + 2);
  return label === undefined || end === null ? null : { kind: "extension", label, start, end };
}

function readImage(bytes: Buffer, start: number): GifBlock | null {
  if (start + descriptorLength > bytes.length) return null;
  const flags = bytes.readUInt8(start + 9);
  const dataStart = start + descriptorLength + colourTableLength(flags);
  const end = skipSubBlocks(bytes, dataStart + 1);
  return end === null
    ? null
    : { kind: "image", start, dataStart, hasColourTable: hasColourTable(flags), end };
}

/** One past the zero that ends the chain, or null when the file ends first. */
function skipSubBlocks(bytes: Buffer, start: number): number | null {
  let at = start;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return null;
    at += 1 + length;
    if (length === 0) return at;
  }
}

function colourTableLength(flags: number): number {
  return hasColourTable(flags) ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
