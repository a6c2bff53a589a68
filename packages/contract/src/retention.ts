import { z } from "zod";

/** Hours that a customer may choose; 0: no longer than a bad answer can be reported. */
export const PICTURE_HOURS = [0, 1, 6, 24, 72, 168] as const;
export type PictureHours = (typeof PICTURE_HOURS)[number];
export const PICTURE_HOURS_DEFAULT = 24 satisfies PictureHours;

/** `retention.mine` and `retention.set`: how long pictures are kept after their report window. */
export const retentionSchema = z.object({ pictureHours: z.literal(PICTURE_HOURS) });
export type Retention = z.infer<typeof retentionSchema>;
