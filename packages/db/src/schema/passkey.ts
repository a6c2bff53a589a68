import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea } from "./api-key";
import { authUser } from "./auth";

/** A key of a user's device or password manager (WebAuthn). The public half is here; the private one never leaves it. */
export const passkey = pgTable(
  "passkey",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    /** What its authenticator calls it, base64url. */
    credentialId: text().notNull(),
    publicKey: bytea().notNull(),
    /** Grows with each use where the authenticator counts: one that falls back was copied. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull().default([]),
    name: text().notNull(),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (t) => [uniqueIndex("passkey_credential").on(t.credentialId), index("passkey_user").on(t.userId, t.id)],
);

/** A question that an authenticator has to sign, once and soon; its hash is kept. Without a user it is for a log-in. */
export const passkeyChallenge = pgTable(
  "passkey_challenge",
  {
    challengeSha256: text().primaryKey(),
    purpose: text({ enum: ["add", "log_in"] }).notNull(),
    userId: text().references(() => authUser.id, { onDelete: "cascade" }),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    check("passkey_challenge_user", sql`(${t.purpose} = 'add') = (${t.userId} is not null)`),
    index("passkey_challenge_expires").on(t.expiresAt),
  ],
);
