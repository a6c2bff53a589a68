import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, smallint } from "drizzle-orm/pg-core";

/** For how long a customer's pictures are kept after their report window. No row: the usual time. */
export const pictureRetention = pgTable(
  "picture_retention",
  {
    accountId: integer().primaryKey(),
    hours: smallint().notNull(),
    /** The account's tasks up to this id have been gone through. */
    wipedTo: bigint({ mode: "number" }).notNull(),
  },
  (t) => [check("picture_retention_hours", sql`${t.hours} between 0 and 168`)],
);

/** How far the pictures of all accounts without a time of their own have been gone through: one row. */
export const pictureSweep = pgTable(
  "picture_sweep",
  { id: smallint().primaryKey(), wipedTo: bigint({ mode: "number" }).notNull() },
  (t) => [check("picture_sweep_one", sql`${t.id} = 1`)],
);

/** Tasks whose pictures outlive their time because somebody has yet to decide about them. */
export const keptPicture = pgTable("kept_picture", { taskId: bigint({ mode: "number" }).primaryKey() });
