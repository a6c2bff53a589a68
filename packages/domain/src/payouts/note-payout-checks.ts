import type pg from "pg";
import type { DomainContext } from "../context";
import { payoutFacts } from "./payout-facts";

/** Writes down what staff have decided about these workers' payouts, with what they looked at. */
export async function notePayoutChecks(
  ctx: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  wanted: { accountIds: readonly number[]; held: boolean; reason: string; decidedBy: number },
): Promise<void> {
  const { accountIds, held, reason, decidedBy } = wanted;
  const nowMs = ctx.clock.nowMs();
  const facts = await payoutFacts(client, { accountIds, nowMs });
  await client.query({
    name: "note_payout_checks",
    text: `
      insert into payout_check (account_id, held, address, micros, links, reason, decided_by, decided_at)
      select u.account_id, $5, u.address, u.micros, u.links, $6, $7, $8
      from unnest($1::int[], $2::text[], $3::bigint[], $4::int[]) as u(account_id, address, micros, links)
      on conflict (account_id) do update set held = excluded.held, address = excluded.address, micros = excluded.micros,
        links = excluded.links, reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    values: [
      facts.map((each) => each.accountId),
      facts.map((each) => each.address),
      facts.map((each) => each.micros),
      facts.map((each) => each.links),
      held,
      reason,
      decidedBy,
      new Date(nowMs),
    ],
  });
}
