import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * The acceptable-use policy: a row a version, never changed but for being withdrawn before it takes effect. In effect is
 * the highest one whose time has come. The migration writes the first.
 */
export const policyVersion = pgTable(
  "policy_version",
  {
    version: integer().primaryKey(),
    /** Lines: `## ` begins a part, `- ` a rule. */
    text: text().notNull(),
    /** What is new in it, in a sentence or two. */
    changes: text().notNull(),
    effectiveFrom: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    publishedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Null: it came with the product. */
    publishedBy: integer(),
    withdrawnAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [check("policy_version_number", sql`${t.version} > 0`)],
);

/** Who accepted which version, and when. By the user, since whoever signs up accepts it before they have an account. */
export const policyAcceptance = pgTable(
  "policy_acceptance",
  {
    userId: text().notNull(),
    version: integer()
      .notNull()
      .references(() => policyVersion.version),
    acceptedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.version] }),
    index("policy_acceptance_at_idx").on(t.acceptedAt, t.userId),
    index("policy_acceptance_version_idx").on(t.version),
  ],
);
