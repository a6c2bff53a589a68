import type { StatementTotals } from "@sightline/contract/ledger";
import { firstIdAt } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { accountCauses } from "./account-causes";
import { getBalance } from "./get-balance";
import { sumsOf } from "./ledger-sql";

/** A period with more causes than this is not added up for a page. */
const CAUSES_MAX = 50_000;
const FOREVER_ID = Number.MAX_SAFE_INTEGER;

interface Sums {
  availableMicros: number;
  heldMicros: number;
  pendingMicros: number;
}

/**
 * An account's balances at the two ends of a period: today's, less what moved after each. By the beginning of causes,
 * as the statement is: a task that was accepted before the end counts wholly.
 */
export async function statementTotals(
  ctx: Pick<DomainContext, "pool">,
  { accountId, fromMs, toMs }: { accountId: number; fromMs: number; toMs: number },
): Promise<StatementTotals> {
  const now = await getBalance(ctx, accountId);
  const after = await sumBetween(ctx, accountId, firstIdAt(toMs), FOREVER_ID);
  if (after === null) return { opening: null, closing: null };
  const closing = less(now, after);
  const within = await sumBetween(ctx, accountId, firstIdAt(fromMs), firstIdAt(toMs));
  return { opening: within === null ? null : less(closing, within), closing };
}

async function sumBetween(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
  fromId: number,
  endId: number,
): Promise<Sums | null> {
  const { rows } = await ctx.pool.query<{ causes: number; available: number; held: number; pending: number }>(
    {
      name: "sum_statement",
      text: SUM_STATEMENT,
      values: [accountId, Math.max(0, fromId), Math.max(0, endId)],
    },
  );
  const row = rows[0];
  if (!row || row.causes > CAUSES_MAX) return null;
  return { availableMicros: row.available, heldMicros: row.held, pendingMicros: row.pending };
}

const SUM_STATEMENT = `
with cause as materialized (
  select id from (
    ${accountCauses(`limit ${CAUSES_MAX + 1}`)}
  ) c limit ${CAUSES_MAX + 1}
),
sums as (${sumsOf(`
    select t.debit_id, t.credit_id, t.code, t.micros from cause c join transfer t on t.cause_id = c.id
    where t.debit_id = $1::int or t.credit_id = $1::int`)}
)
select (select count(*)::int from cause) as causes, coalesce(sum(available), 0)::bigint as available,
  coalesce(sum(held), 0)::bigint as held, coalesce(sum(pending), 0)::bigint as pending
from sums where account_id = $1::int`;

function less(a: Sums, b: Sums): Sums {
  return {
    availableMicros: a.availableMicros - b.availableMicros,
    heldMicros: a.heldMicros - b.heldMicros,
    pendingMicros: a.pendingMicros - b.pendingMicros,
  };
}
