import { goldTask } from "@sightline/db/schema/gold-task";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";
import type { LoadedFile } from "../tasks/task-files";
import { firstFileLength, mediaTypeOf } from "../tasks/task-inputs";

/** The first file of a gold task, for staff; null when it has none. */
export async function loadGoldPicture(
  ctx: Pick<DomainContext, "db">,
  goldId: number,
): Promise<LoadedFile | null> {
  const { bytes, mediaType, moreFiles } = goldTask;
  const [row] = await ctx.db
    .select({ bytes, mediaType, moreFiles })
    .from(goldTask)
    .where(eq(goldTask.id, goldId));
  const type = row ? mediaTypeOf(row.mediaType) : null;
  if (!row || type === null) return null;
  const length = firstFileLength({ bytes: row.bytes, moreFiles: row.moreFiles ?? [] });
  return { bytes: row.bytes.subarray(0, length), mediaType: type };
}
