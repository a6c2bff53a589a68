import { z } from "zod";
import { PASSWORD_MAX_LENGTH } from "./session";

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

/** How long an account that is to be deleted goes on as ever, and can be kept: 7 days. */
export const DELETION_WAIT_MS = 7 * 86_400_000;

/** `myData.deletion`: whether it is asked for, and what one should know before. */
export interface DeletionView {
  dueAtMs: number | null;
  availableMicros: number;
  heldMicros: number;
  pendingMicros: number;
  /** Sent or held tasks that have not ended; counted to a thousand. */
  openTasks: number;
  packageUntilMs: number | null;
  invoices: number;
}

/** `myData.askDeletion`: the password again, since an open page is no proof of who sits before it. */
export const askDeletionSchema = z.object({
  password: z.string().min(1, "Enter your password").max(PASSWORD_MAX_LENGTH),
});
export type AskDeletionReply =
  | { outcome: "asked"; dueAtMs: number }
  | { outcome: "refused" }
  | { outcome: "too_many_attempts"; retryAfterSeconds: number };
