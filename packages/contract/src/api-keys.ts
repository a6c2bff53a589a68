import { z } from "zod";

/**
 * What a key may do. `challenges` comes beside `send`: a key without it takes pictures, sounds and questions only. A key
 * without a list may do everything, what is added here later included.
 */
export const KEY_SCOPES = ["send", "challenges", "read", "report", "balance", "callbacks"] as const;
export const keyScopeSchema = z.enum(KEY_SCOPES);
export type KeyScope = z.infer<typeof keyScopeSchema>;

export const KEY_ADDRESSES_MAX = 20;
/** A million USD. */
export const KEY_BUDGET_MAX_MICROS = 1_000_000_000_000;
/** For how many hours the secret before may go on working; 0: it ends at once. */
export const OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;

const keyIdSchema = z.number().int().positive().max(2_147_483_647);

/** What its owner may change about a key at any time. */
export interface KeySettings {
  name: string;
  /** Null: everything. */
  scopes: KeyScope[] | null;
  /** Addresses and blocks that may use it, beside the account's own list; empty: as that says. */
  allowedAddresses: string[];
  /** When it ends by itself; null: never. */
  expiresAtMs: number | null;
  /** The most that its tasks may cost in a day (UTC), and in a month; null: no such limit. */
  dayBudgetMicros: number | null;
  monthBudgetMicros: number | null;
}

/** `customer.apiKeys`: the key itself is never stored; `prefix` is its first six digits. */
export interface ApiKeyRow extends KeySettings {
  id: number;
  prefix: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  revokedAtMs: number | null;
  /** The secret before the last rotation, while it still works. */
  previous: { prefix: string; untilMs: number } | null;
  /** Its tasks never reach a worker. */
  test: boolean;
}

/** `keys.spent`: of each key that works and has a budget, what its tasks may cost, by the day of acceptance. */
export interface KeySpendRow {
  keyId: number;
  dayMicros: number;
  monthMicros: number;
}

const budgetSchema = z.number().int().min(1).max(KEY_BUDGET_MAX_MICROS).nullable();
const nameSchema = z.string().trim().min(1, "Enter a name").max(60);
const optionsSchema = z.object({
  scopes: z
    .array(keyScopeSchema)
    .min(1, "Choose at least one")
    .max(KEY_SCOPES.length)
    .refine((scopes) => !scopes.includes("challenges") || scopes.includes("send"), "Needs “Send tasks”, too")
    .nullable(),
  allowedAddresses: z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).max(KEY_ADDRESSES_MAX),
  expiresAtMs: z.number().int().positive().max(8_000_000_000_000).nullable(),
  dayBudgetMicros: budgetSchema,
  monthBudgetMicros: budgetSchema,
});

/** `customer.createApiKey`; what is left out is unlimited. */
export const createApiKeySchema = optionsSchema.partial().extend({ name: nameSchema });
/** `keys.change`: all of a key's settings at once. */
export const changeApiKeySchema = optionsSchema.extend({ id: keyIdSchema, name: nameSchema });
/** `keys.rotate`: a new secret for the same key. */
export const rotateApiKeySchema = z.object({ id: keyIdSchema, overlapHours: z.literal(OVERLAP_HOURS) });
/** `customer.revokeApiKey` and `keys.endPrevious`. */
export const apiKeyIdSchema = z.object({ id: keyIdSchema });

/** `customer.createApiKey` and `keys.rotate` show the whole key this once. */
export interface CreatedApiKey {
  row: ApiKeyRow;
  key: string;
}
