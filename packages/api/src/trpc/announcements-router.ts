import { changeAnnouncementSchema, publishAnnouncementSchema } from "@sightline/contract/announcements";
import {
  announcementReach,
  currentAnnouncements,
  listAnnouncements,
} from "@sightline/domain/announcements/list-announcements";
import {
  publishAnnouncement,
  undoAnnouncement,
  withdrawAnnouncement,
} from "@sightline/domain/announcements/publish-announcement";
import { t } from "./init";
import { sessionProcedure, staffProcedure } from "./procedures";

/** What staff tell customers and workers. */
export const announcementsRouter = t.router({
  current: sessionProcedure.query(({ ctx }) => currentAnnouncements(ctx.domain, ctx.actor.role)),

  list: staffProcedure("announcements").query(({ ctx }) => listAnnouncements(ctx.domain)),

  reach: staffProcedure("announcements").query(({ ctx }) => announcementReach(ctx.domain)),

  publish: staffProcedure("announcements")
    .input(publishAnnouncementSchema)
    .mutation(({ ctx, input }) =>
      publishAnnouncement(ctx.domain, { ...input, publishedBy: ctx.actor.accountId }),
    ),

  withdraw: staffProcedure("announcements")
    .input(changeAnnouncementSchema)
    .mutation(({ ctx, input }) =>
      withdrawAnnouncement(ctx.domain, { ...input, withdrawnBy: ctx.actor.accountId }),
    ),

  undo: staffProcedure("announcements")
    .input(changeAnnouncementSchema)
    .mutation(({ ctx, input }) => undoAnnouncement(ctx.domain, { ...input, undoneBy: ctx.actor.accountId })),
});
