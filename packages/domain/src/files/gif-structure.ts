import {
  findFirstGifBlock,
  type GifBlock,
  gifBlocksMax,
  gifLabel,
  hasColourTable,
  readGifBlock,
} from "./gif-blocks";
import type { ImageSides } from "./image-inspection";

export function isGif(bytes: Buffer): boolean {
  const signature = bytes.toString("latin1", 0, 6);
  return signature === "GIF87a" || signature === "GIF89a";
}

/** Sizes of the logical screen. */
export function readGifSides(bytes: Buffer): ImageSides | null {
  if (bytes.length < 10) return null;
  return { widthPx: bytes.readUInt16LE(6), heightPx: bytes.readUInt16LE(8) };
}

/**
 * Walks all blocks up to the trailer. Stray bytes between blocks are a fault, as they are to browsers; what follows
 * the trailer is tolerated, since nobody reads it and stripping drops it.
 */
export function findGifFault(bytes: Buffer): string | null {
  let at = findFirstGifBlock(bytes);
  if (at === null) return "cut header";
  let frames = 0;
  for (let count = 0; count < gifBlocksMax; count++) {
    const block = readGifBlock(bytes, at);
    if (block === null) return `no whole block at byte ${at}`;
    if (block.kind === "trailer") return frames > 0 ? null : "no frame";
    const fault = block.kind === "image" ? findFrameFault(bytes, block) : findExtensionFault(block);
    if (fault !== null) return fault;
    if (block.kind === "image") frames++;
    at = block.end;
  }
  return `more than ${gifBlocksMax} blocks`;
}

/** Frames stay within the logical screen, or a small screen could hide a frame of 65,535 x 65,535 px. */
function findFrameFault(bytes: Buffer, frame: GifBlock & { kind: "image" }): string | null {
  const left = bytes.readUInt16LE(frame.start + 1);
  const top = bytes.readUInt16LE(frame.start + 3);
  const widthPx = bytes.readUInt16LE(frame.start + 5);
  const heightPx = bytes.readUInt16LE(frame.start + 7);
  if (widthPx === 0 || heightPx === 0) return "empty frame";
  if (left + widthPx > bytes.readUInt16LE(6) || top + heightPx > bytes.readUInt16LE(8)) {
    return "frame outside of the screen";
  }
  if (!frame.hasColourTable && !hasColourTable(bytes.readUInt8(10))) return "frame without colours";
  const codeSize = bytes.readUInt8(frame.dataStart);
  if (codeSize < 1 || codeSize > 8) return `code size ${codeSize}`;
  return frame.end === frame.dataStart + 2 ? "frame without data" : null;
}

function findExtensionFault({ label, start, end }: GifBlock & { kind: "extension" }): string | null {
  return label === gifLabel.graphicControl && end - start !== 8 ? "graphic control of wrong length" : null;
}
