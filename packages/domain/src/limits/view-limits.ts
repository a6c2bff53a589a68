import type { BanRow, LimitGauge, LimitsView } from "@sightline/contract/limit-view";
import { LIMITS, type Limit, type LimitName } from "@sightline/contract/limits";
import type { DomainContext } from "../context";

const BANS_MAX = 100;

/** How full an account's limits are, and the bans it had. */
export async function viewLimits(
  ctx: Pick<DomainContext, "pool" | "clock" | "limits">,
  accountId: number,
): Promise<LimitsView> {
  const { rows } = await ctx.pool.query<{ overrides: Record<string, number>; bans: StoredBan[] | null }>({
    name: "limits_of_account",
    text: `
      select p.limit_overrides as overrides, (
        select json_agg(b) from (
          select id, limit_name as name, (extract(epoch from starts_at) * 1000)::bigint as "startsAtMs",
            (extract(epoch from ends_at) * 1000)::bigint as "endsAtMs"
          from ban where subject = p.account_id::text order by ends_at desc limit ${BANS_MAX}
        ) b
      ) as bans
      from account_profile p where p.account_id = $1::int`,
    values: [accountId],
  });
  const { overrides = {}, bans = null } = rows[0] ?? {};
  return {
    gauges: (Object.entries(LIMITS) as [LimitName, Limit][])
      .filter(([name, limit]) => isGauge(name, limit))
      .map(([name, limit]) => gauge(ctx, { name, limit, accountId, base: overrides[name] })),
    bans: (bans ?? []).filter(({ name }) => name in LIMITS).map(banRow),
  };
}

/** What is counted in memory, a request at a time; bad images are found out from the tasks. */
function isGauge(name: LimitName, { per, exact, windowMs }: Limit): boolean {
  return per === "account" && !exact && windowMs > 0 && name !== "bad_images";
}

type StoredBan = Omit<BanRow, "code">;

function banRow(ban: StoredBan): BanRow {
  return { ...ban, code: LIMITS[ban.name].code };
}

function gauge(
  { limits, clock }: Pick<DomainContext, "limits" | "clock">,
  wanted: { name: LimitName; limit: Limit; accountId: number; base: number | undefined },
): LimitGauge {
  const { name, limit, accountId, base } = wanted;
  const max =
    name === "result_reads"
      ? limits.maxResultReads(accountId, base)
      : name === "queue_refusals"
        ? limits.maxQueueRefusals(accountId, base)
        : (base ?? limit.max);
  const { says, windowMs, banMs, code } = limit;
  const endsAtMs = limits.bans.endsAtMs(name, accountId, clock.nowMs());
  return {
    name,
    says,
    max,
    windowMs,
    banMs,
    code,
    used: max - limits.remaining(name, accountId, max),
    bannedUntilMs: endsAtMs === 0 ? null : endsAtMs,
  };
}
