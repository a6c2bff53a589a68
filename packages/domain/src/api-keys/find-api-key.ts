import { createHash } from "node:crypto";
import type { KeyScope } from "@sightline/contract/api-keys";
import type { DomainContext } from "../context";
import { RULE_JSON } from "../quality/recognition-rule-sql";
import type { ApiKeyHolder, RecognitionRules } from "./api-key-cache";
import { dayOf, type KeyBudget } from "./key-budgets";

const READ_TIMEOUT_MS = 3_000;

/**
 * Whom this key belongs to, or null: unknown, revoked, at its end, or not a customer's. Rejects when the database is away and
 * the answer is not remembered.
 */
export async function findApiKey(
  ctx: Pick<DomainContext, "pool" | "apiKeys" | "clock">,
  key: string,
): Promise<ApiKeyHolder | null> {
  const known = ctx.apiKeys.get(key);
  const holder = known === undefined ? await ctx.apiKeys.load(key, () => readApiKey(ctx, key)) : known;
  return holder?.endsAtMs != null && holder.endsAtMs <= ctx.clock.nowMs() ? null : holder;
}

async function readApiKey(
  ctx: Pick<DomainContext, "pool" | "clock">,
  key: string,
): Promise<ApiKeyHolder | null> {
  const today = dayOf(ctx.clock.nowMs());
  const query = {
    ...FIND_STATEMENT,
    values: [createHash("sha256").update(key, "utf8").digest(), today],
    query_timeout: READ_TIMEOUT_MS,
  };
  const { rows } = await ctx.pool.query<Row>(query);
  const row = rows[0];
  if (!row) return null;
  return {
    keyId: row.id,
    accountId: row.account_id,
    allowedAddresses: row.allowed_addresses,
    keyAddresses: row.key_addresses,
    scopes: row.scopes,
    endsAtMs: row.ends_at?.getTime() ?? null,
    budget: row.spent && toBudget(row, row.spent, today),
    suspended: row.suspended,
    limitOverrides: row.limit_overrides,
    recognition: row.recognition ?? NO_RULES,
    test: row.test,
  };
}

function toBudget(row: Row, [dayMicros, monthMicros]: [number, number], day: string): KeyBudget {
  return {
    keyId: row.id,
    dayMicros: row.day_budget_micros,
    monthMicros: row.month_budget_micros,
    spent: { day, dayMicros, monthMicros },
  };
}

interface Row {
  id: number;
  account_id: number;
  allowed_addresses: string[];
  key_addresses: string[];
  scopes: KeyScope[] | null;
  ends_at: Date | null;
  day_budget_micros: number | null;
  month_budget_micros: number | null;
  /** Today and this month; null for a key without a budget. */
  spent: [dayMicros: number, monthMicros: number] | null;
  suspended: boolean;
  limit_overrides: Record<string, number>;
  recognition: RecognitionRules | null;
  test: boolean;
}

const NO_RULES: RecognitionRules = {};

const FIND_STATEMENT = {
  name: "find_api_key",
  text: `
select k.id, k.account_id, k.test_key is not null as test, k.allowed_addresses as key_addresses, k.scopes,
  case when k.key_sha256 = $1 then k.expires_at else least(k.expires_at, k.previous_until) end as ends_at,
  k.day_budget_micros, k.month_budget_micros,
  case when k.day_budget_micros is not null or k.month_budget_micros is not null then (
    select jsonb_build_array(coalesce(sum(s.micros) filter (where s.day = $2::date), 0), coalesce(sum(s.micros), 0))
    from key_spend s where s.key_id = k.id and s.day >= date_trunc('month', $2::date)::date) end as spent,
  p.allowed_addresses, p.suspended_at is not null as suspended, p.limit_overrides,
  (select jsonb_object_agg(r.kind, ${RULE_JSON}) from recognition_setting r where r.account_id = k.account_id) as recognition
from (
  select id from api_key where key_sha256 = $1
  union all select id from api_key where previous_sha256 = $1
) found
join api_key k on k.id = found.id and k.revoked_at is null
join account a on a.id = k.account_id and a.role = 'customer'
join account_profile p on p.account_id = k.account_id
limit 1`,
} as const;
