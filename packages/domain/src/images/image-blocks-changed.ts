import type { DomainContext } from "../context";

/** Makes every process know it at once. */
export async function imageBlocksChanged(ctx: Pick<DomainContext, "hints" | "imageBlocks">): Promise<void> {
  ctx.hints.changed("image_blocks");
  await ctx.imageBlocks.load();
}
