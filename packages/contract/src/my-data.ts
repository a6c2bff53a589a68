import { z } from "zod";

/** How long the file of an account's data can be fetched: 7 days. */
export const EXPORT_KEEP_MS = 7 * 86_400_000;

/** `myData.exports`: the newest first, those that are not gone yet. */
export interface DataExportRow {
  id: number;
  state: "being_made" | "ready" | "failed";
  /** Files of the list that are written, and how many there are; the last one grows by `rowsDone`. */
  filesDone: number;
  filesAll: number;
  rowsDone: number;
  /** Packed, while ready. */
  bytes: number;
  askedAtMs: number;
  expiresAtMs: number;
}

/** `myData.askExport`: one at a time, three a day. */
export type AskExportReply =
  | { outcome: "begun" }
  | { outcome: "being_made" }
  | { outcome: "too_many"; retryAfterSeconds: number };

/** `/my-data/<id>.zip` */
export const exportIdSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
