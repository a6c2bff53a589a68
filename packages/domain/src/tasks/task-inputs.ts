import type { TaskParams } from "@sightline/contract/task-params";
import type { StoredFile } from "@sightline/db/schema/task";

export const MEDIA_TYPES = {
  0: null,
  1: "image/png",
  2: "image/jpeg",
  3: "image/gif",
  4: "audio/mpeg",
} as const;
export type MediaType = NonNullable<(typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES]>;
export const MEDIA_TYPE_NUMBERS = {
  "image/png": 1,
  "image/jpeg": 2,
  "image/gif": 3,
  "audio/mpeg": 4,
} as const satisfies Record<MediaType, number>;

/** The media type a stored number stands for; null where a task has no file. */
export function mediaTypeOf(number: number): MediaType | null {
  return MEDIA_TYPES[number as keyof typeof MEDIA_TYPES] ?? null;
}

/**
 * What a customer sent: the task's files one after the other in `bytes`, and what was said about them. The first
 * file is described by the fields here (no file: media type null, sides 0), the others by `moreFiles`.
 */
export interface TaskInput {
  bytes: Buffer;
  mediaType: MediaType | null;
  widthPx: number;
  heightPx: number;
  moreFiles: readonly StoredFile[];
  params: TaskParams;
}

/** How many bytes the first file has: what lies before the second, or all. */
export function firstFileLength(input: Pick<TaskInput, "bytes" | "moreFiles">): number {
  return input.moreFiles[0]?.offset ?? input.bytes.length;
}

/** Pictures of a task that are not instructions: one, or as many as are to be rotated. */
export function countPictures(moreFiles: readonly StoredFile[]): number {
  return 1 + moreFiles.filter(({ role }) => role === "picture").length;
}
