import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { account } from "./account";

/**
 * The tables of the authentication library, in its own words (`user`, `session`, credentials, `verification`). A
 * user is who logs in, and belongs to exactly one account of ours: as its holder, of whom an account has one
 * (`account_id`), or as a further member of a customer's team (`member_of`), with a role there.
 */
export const authUser = pgTable(
  "auth_user",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    role: text({ enum: ["customer", "worker", "moderator", "admin"] }).notNull(),
    accountId: integer().references(() => account.id),
    twoFactorEnabled: boolean().notNull().default(false),
    memberOf: integer().references(() => account.id),
    teamRole: text({ enum: ["owner", "developer", "billing", "reader"] })
      .notNull()
      .default("owner"),
  },
  (t) => [
    uniqueIndex("auth_user_email").on(t.email),
    uniqueIndex("auth_user_account").on(t.accountId),
    index("auth_user_member_of").on(t.memberOf),
    check("auth_user_one_account", sql`${t.accountId} is null or ${t.memberOf} is null`),
    check("auth_user_holder_owns", sql`${t.memberOf} is not null or ${t.teamRole} = 'owner'`),
  ],
);

export const authSession = pgTable(
  "auth_session",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    token: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    ipAddress: text(),
    userAgent: text(),
  },
  (t) => [uniqueIndex("auth_session_token").on(t.token), index("auth_session_user").on(t.userId)],
);

export const authCredential = pgTable(
  "auth_credential",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: timestamp({ withTimezone: true }),
    refreshTokenExpiresAt: timestamp({ withTimezone: true }),
    scope: text(),
    password: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("auth_credential_user").on(t.userId)],
);

/** A user's second factor: an authenticator app's secret and one-time recovery codes, both sealed by the library. */
export const authTwoFactor = pgTable(
  "auth_two_factor",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(false),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: timestamp({ withTimezone: true }),
  },
  (t) => [uniqueIndex("auth_two_factor_user").on(t.userId)],
);

export const authVerification = pgTable(
  "auth_verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index("auth_verification_identifier").on(t.identifier)],
);

/**
 * An invitation to be a moderator or an admin. Its link works once, and only after another admin than `invitedBy` has
 * approved it; the operator's at the machine (`invitedBy` null) needs no approval. The link's secret is kept as its hash.
 */
export const staffInvitation = pgTable(
  "staff_invitation",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    email: text().notNull(),
    role: text({ enum: ["moderator", "admin"] }).notNull(),
    tokenSha256: text().notNull(),
    invitedBy: integer(),
    reason: text().notNull().default(""),
    state: text({ enum: ["waiting", "approved", "refused"] })
      .notNull()
      .default("waiting"),
    decidedBy: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex("staff_invitation_token").on(t.tokenSha256),
    index("staff_invitation_waiting_idx").on(t.id).where(sql`state = 'waiting' and used_at is null`),
    check(
      "staff_invitation_second_person",
      sql`${t.state} <> 'approved' or ${t.invitedBy} is null or coalesce(${t.decidedBy} <> ${t.invitedBy}, false)`,
    ),
  ],
);
