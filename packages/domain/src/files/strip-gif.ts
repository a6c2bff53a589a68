import { findFirstGifBlock, type GifBlock, gifLabel, readGifBlock } from "./gif-blocks";
import { KeptBytes } from "./kept-bytes";

/** An application block of 11 bytes, then a sub-block of 3: its kind (1, a loop) and how often, 0 for ever. */
const loopStarts = ["NETSCAPE2.0", "ANIMEXTS1.0"].map((name) =>
  Buffer.concat([
    Buffer.from([0x21, gifLabel.application, name.length]),
    Buffer.from(name, "latin1"),
    Buffer.from([3, 1]),
  ]),
);

/** Null when there is nothing to drop. */
export function stripGif(bytes: Buffer): Buffer | null {
  const kept = new KeptBytes(bytes);
  const first = findFirstGifBlock(bytes);
  if (first === null) return null;
  kept.keep(0, first);
  // A graphic control belongs to the block after it: it stays with a frame and goes with a dropped text.
  let control: GifBlock | null = null;
  let block = readGifBlock(bytes, first);
  while (block !== null) {
    if (block.kind === "extension") {
      if (block.label === gifLabel.graphicControl) control = block;
      else if (block.label === gifLabel.plainText) control = null;
      else if (block.label === gifLabel.application) keepLoop(bytes, block, kept);
    } else {
      if (block.kind === "image" && control !== null) kept.keep(control.start, control.end);
      kept.keep(block.start, block.end);
      control = null;
    }
    block = block.kind === "trailer" ? null : readGifBlock(bytes, block.end);
  }
  return kept.finish();
}

/** Keeps the loop itself and the zero that ends the chain, but no further sub-block. */
function keepLoop(bytes: Buffer, { start, end }: GifBlock, kept: KeptBytes): void {
  const isLoop = loopStarts.some((loop) => bytes.subarray(start, start + loop.length).equals(loop));
  if (!isLoop) return;
  kept.keep(start, start + 18);
  kept.keep(end - 1, end);
}
