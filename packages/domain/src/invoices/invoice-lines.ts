import type { InvoiceLine, InvoiceLineSort } from "@sightline/contract/invoices";
import { taskKindOf } from "@sightline/contract/task-kinds";
import { firstIdAt } from "@sightline/db/task-id";
import type pg from "pg";
import { POSTINGS } from "../ledger/postings";
import { OTHER_CODES } from "../ledger/task-life-codes";
import { STATES } from "../tasks/states";
import { monthSpan } from "./invoice-month";

interface LineRow {
  accountId: number;
  sort: InvoiceLineSort;
  kind: number | null;
  name: string | null;
  count: number;
  least: number;
  most: number;
  micros: number;
}

/**
 * What these customers used in a month, by the time at which each thing began (its id); refunds by staff by the time at
 * which they were given, since they may come long after. A day after its end a month changes no more.
 */
export async function invoiceLines(
  db: Pick<pg.ClientBase, "query">,
  accountIds: readonly number[],
  month: string,
): Promise<Map<number, InvoiceLine[]>> {
  const { fromMs, toMs } = monthSpan(month);
  const { rows } = await db.query<LineRow>({
    ...LINES_STATEMENT,
    values: [accountIds, firstIdAt(fromMs), firstIdAt(toMs), new Date(fromMs), new Date(toMs)],
  });
  const lines = new Map<number, InvoiceLine[]>();
  for (const { accountId, sort, kind, name, count, least, most, micros } of rows) {
    const line = {
      sort,
      name: kind === null ? (name ?? "") : taskKindOf(kind),
      count,
      leastMicros: least,
      mostMicros: most,
      micros,
    };
    lines.set(accountId, [...(lines.get(accountId) ?? []), line]);
  }
  return lines;
}

const BACK = POSTINGS.refund_token.code;

/** Each part by an index that begins with the account, so that a month costs what these customers did in it. */
export const LINES_STATEMENT = {
  name: "invoice_lines",
  text: `
select account_id as "accountId", case when in_package then 'in_package' else 'tasks' end as sort, kind::int,
  null as name, count(*)::int as count, min(each)::bigint as least, max(each)::bigint as most,
  sum(price_micros)::bigint as micros
from (select account_id, in_package, kind, price_micros, price_micros / coalesce(answers_count, 1) as each from task
  where account_id = any($1::int[]) and id >= $2::bigint and id < $3::bigint and state = ${STATES.answered}) t
group by account_id, in_package, kind
union all
select account_id, 'package', null, name || ' ' || span, count(*)::int, min(price_micros), max(price_micros),
  sum(price_micros)::bigint
from package_purchase where account_id = any($1::int[]) and id >= $2::bigint and id < $3::bigint
group by account_id, name, span
union all
select account_id, 'package_credit', null, null, count(*)::int, min(credit_micros), max(credit_micros),
  -sum(credit_micros)::bigint
from package_purchase
where account_id = any($1::int[]) and id >= $2::bigint and id < $3::bigint and credit_micros > 0
group by account_id
union all
select credit_id, 'token_refund', null, null, count(*)::int, min(micros), max(micros), -sum(micros)::bigint
from transfer
where credit_id = any($1::int[]) and cause_id >= $2::bigint and cause_id < $3::bigint and code = ${BACK} and ${OTHER_CODES}
group by credit_id
union all
select account_id, 'refund', null, null, count(*)::int, min(micros), max(micros), -sum(micros)::bigint
from refund
where account_id = any($1::int[]) and refunded_at >= $4::timestamptz and refunded_at < $5::timestamptz and micros > 0
group by account_id
order by 1, 2, 3, 4`,
} as const;
