import { z } from "zod";
import type { TaskKind } from "./task-kinds";
import { taskIdSchema } from "./work";

/** A picture closed as unreadable so often within a day is not taken again for a day, from this account. */
export const UNREADABLE_TO_BLOCK = 3;
export const IMAGE_BLOCK_MS = 24 * 3_600_000;

const numberSchema = z.number().int().positive().max(2_147_483_647);
const reasonSchema = z.string().trim().min(3, "Say why").max(500);

/** `images.unreadable` (customer): newest first. */
export const unreadableImagesSchema = z.object({ before: taskIdSchema.optional() });
export interface UnreadableImageRow {
  taskId: number;
  kind: TaskKind;
  endedAtMs: number;
  /** Null once the picture is no longer kept. */
  imageUrl: string | null;
  /** Why these very bytes are refused now; null when they are taken. */
  blocked: { reason: string; untilMs: number | null } | null;
}
export interface UnreadableImages {
  /** Further pictures are refused for now: more than half could not be read. */
  refusesAll: boolean;
  rows: UnreadableImageRow[];
  nextBefore: number | null;
}

/** `images.blocks` (staff): those that hold first, newest first. */
export const imageBlocksSchema = z.object({
  accountId: numberSchema.optional(),
  before: numberSchema.optional(),
});
export interface ImageBlockRow {
  id: number;
  /** Null: of everybody. */
  accountId: number | null;
  email: string | null;
  /** Null: the picture is no longer kept. */
  imageUrl: string | null;
  reason: string;
  /** Null: it follows from the votes. */
  setByEmail: string | null;
  setAtMs: number;
  untilMs: number | null;
  lifted: { atMs: number; byEmail: string | null; reason: string } | null;
}
export interface ImageBlocksPage {
  rows: ImageBlockRow[];
  nextBefore: number | null;
}

export const liftImageBlockSchema = z.object({ blockId: numberSchema, reason: reasonSchema });
/** Blocks exactly the bytes of this task's pictures, for its account or for everybody. */
export const blockImageSchema = z.object({
  taskId: taskIdSchema,
  forEverybody: z.boolean(),
  reason: reasonSchema,
});

/** `images.preview` (staff): what such a block would have refused of the last day's tasks. */
export const previewBlockSchema = blockImageSchema.pick({ taskId: true, forEverybody: true });
export interface ImageBlockPreview {
  lookedAt: number;
  /** With exactly these bytes, and how many of them somebody could read. */
  tasks: number;
  answered: number;
  accounts: number;
}

/** `images.alike` (staff): unreadable pictures of one day that look alike; a proposal and nothing more. */
export interface AlikeImages {
  accountIds: number[];
  rows: {
    taskId: number;
    accountId: number;
    email: string | null;
    /** Null: the picture is no longer kept. */
    imageUrl: string | null;
    endedAtMs: number;
  }[];
}
export const dismissAlikeSchema = z.object({ taskIds: z.array(taskIdSchema).min(1).max(100) });

/** `images.refused` (staff): accounts whose pictures are refused now. */
export interface RefusedAccountRow {
  accountId: number;
  email: string | null;
  unreadable: number;
  ended: number;
}
export const excuseImagesSchema = z.object({ accountId: numberSchema, reason: reasonSchema });
