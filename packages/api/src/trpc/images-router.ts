import {
  blockImageSchema,
  dismissAlikeSchema,
  excuseImagesSchema,
  imageBlocksSchema,
  liftImageBlockSchema,
  previewBlockSchema,
  unreadableImagesSchema,
} from "@sightline/contract/images";
import { blockImage } from "@sightline/domain/images/block-image";
import { excuseImages } from "@sightline/domain/images/excuse-images";
import { liftImageBlock } from "@sightline/domain/images/lift-image-block";
import { dismissAlike, listAlike, listRefusedAccounts } from "@sightline/domain/images/list-alike";
import { listImageBlocks } from "@sightline/domain/images/list-image-blocks";
import { listUnreadableImages } from "@sightline/domain/images/list-unreadable-images";
import { previewImageBlock } from "@sightline/domain/images/preview-image-block";
import { t } from "./init";
import { customerProcedure, staffProcedure } from "./procedures";

/** Pictures that nobody could read, and those that are not taken again. */
export const imagesRouter = t.router({
  unreadable: customerProcedure("tasks")
    .input(unreadableImagesSchema)
    .query(({ ctx, input }) =>
      listUnreadableImages(ctx.domain, { ...input, accountId: ctx.actor.accountId }),
    ),

  blocks: staffProcedure("images")
    .input(imageBlocksSchema)
    .query(({ ctx, input }) => listImageBlocks(ctx.domain, input)),

  preview: staffProcedure("images")
    .input(previewBlockSchema)
    .query(({ ctx, input }) => previewImageBlock(ctx.domain, input)),

  block: staffProcedure("images")
    .input(blockImageSchema)
    .mutation(({ ctx, input }) => blockImage(ctx.domain, { ...input, blockedBy: ctx.actor.accountId })),

  lift: staffProcedure("images")
    .input(liftImageBlockSchema)
    .mutation(({ ctx, input }) => liftImageBlock(ctx.domain, { ...input, liftedBy: ctx.actor.accountId })),

  alike: staffProcedure("images").query(({ ctx }) => listAlike(ctx.domain)),

  dismiss: staffProcedure("images")
    .input(dismissAlikeSchema)
    .mutation(({ ctx, input }) => dismissAlike(ctx.domain, input.taskIds)),

  refused: staffProcedure("images").query(({ ctx }) => listRefusedAccounts(ctx.domain)),

  excuse: staffProcedure("images")
    .input(excuseImagesSchema)
    .mutation(({ ctx, input }) => excuseImages(ctx.domain, { ...input, excusedBy: ctx.actor.accountId })),
});
