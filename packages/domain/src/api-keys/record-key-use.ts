import type { DomainContext } from "../context";

/**
 * Writes when keys were last used, as far as this process saw: one statement, to be run every few seconds. A write
 * that fails is not tried again: the next use says the same.
 */
export async function recordKeyUse(
  ctx: Pick<DomainContext, "pool" | "apiKeys">,
): Promise<{ written: number }> {
  const used = [...ctx.apiKeys.takeUsedKeys()].sort(([a], [b]) => a - b);
  if (used.length === 0) return { written: 0 };
  const { rowCount } = await ctx.pool.query({
    name: "record_key_use",
    text: `update api_key k set last_used_at = u.used_at
           from unnest($1::int[], $2::timestamptz[]) as u(id, used_at)
           where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.used_at)`,
    values: [used.map(([keyId]) => keyId), used.map(([, usedAtMs]) => new Date(usedAtMs))],
  });
  return { written: rowCount ?? 0 };
}
