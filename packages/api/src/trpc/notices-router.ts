import { markNoticesReadSchema, muteNoticesSchema } from "@sightline/contract/notices";
import { listNotices } from "@sightline/domain/notices/list-notices";
import { markNoticesRead } from "@sightline/domain/notices/mark-notices-read";
import { mutedNotices, muteNotices } from "@sightline/domain/notices/mute-notices";
import { t } from "./init";
import { accountProcedure } from "./procedures";

/** What anybody who is logged in was told of. */
export const noticesRouter = t.router({
  list: accountProcedure("notices").query(({ ctx }) => listNotices(ctx.domain, ctx.actor.accountId)),

  markRead: accountProcedure("notices")
    .input(markNoticesReadSchema)
    .mutation(({ ctx, input }) => markNoticesRead(ctx.domain, { ...input, accountId: ctx.actor.accountId })),

  muted: accountProcedure("settings").query(({ ctx }) => mutedNotices(ctx.domain, ctx.actor.accountId)),

  mute: accountProcedure("settings")
    .input(muteNoticesSchema)
    .mutation(({ ctx, input }) => muteNotices(ctx.domain, { ...input, accountId: ctx.actor.accountId })),
});
