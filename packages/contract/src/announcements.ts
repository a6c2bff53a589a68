import { z } from "zod";

export const AUDIENCES = ["everybody", "customers", "workers"] as const;
export type Audience = (typeof AUDIENCES)[number];
export const ANNOUNCEMENT_TONES = ["info", "wait"] as const;
export type AnnouncementTone = (typeof ANNOUNCEMENT_TONES)[number];

const idSchema = z.number().int().positive().max(2_147_483_647);
/** `announcements.publish` (admin): a new one, or with `id` a new version of one. */
export const publishAnnouncementSchema = z.object({
  id: idSchema.optional(),
  audience: z.enum(AUDIENCES),
  tone: z.enum(ANNOUNCEMENT_TONES),
  text: z.string().trim().min(3, "Say what there is to say").max(500),
  untilMs: z.number().int().positive().nullable(),
});
/** `version` is the one that was seen: an undo of what somebody else has changed since is refused. */
export const changeAnnouncementSchema = z.object({ id: idSchema, version: idSchema });

/** `announcements.reach` (staff): how many accounts that are not suspended each audience has. */
export type AnnouncementReach = Record<Audience, number>;

/** `announcements.current`: what this person is shown. */
export interface ShownAnnouncement {
  id: number;
  version: number;
  tone: AnnouncementTone;
  text: string;
}
export interface AnnouncementRow extends Omit<ShownAnnouncement, "text"> {
  /** Null: withdrawn. */
  text: string | null;
  audience: Audience;
  untilMs: number | null;
  publishedAtMs: number;
  publishedByEmail: string | null;
}
