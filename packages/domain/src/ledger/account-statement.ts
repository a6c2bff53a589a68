import type { StatementEntry, StatementPage } from "@sightline/contract/ledger";
import { firstIdAt, idTimeMs } from "@sightline/db/task-id";
import type { DomainContext } from "../context";
import { accountCauses } from "./account-causes";
import { POSTINGS } from "./postings";

type PostingName = keyof typeof POSTINGS;

const CAUSES_A_PAGE = 100;

/**
 * The moves of one account whose causes began in a period, the newest first, a page at a time. Every entry says which
 * posting it is and what caused it.
 */
export async function accountStatement(
  ctx: Pick<DomainContext, "pool">,
  period: { accountId: number; fromMs: number; toMs: number; before?: number | undefined },
  causesMax = CAUSES_A_PAGE,
): Promise<StatementPage> {
  const endId = Math.min(firstIdAt(period.toMs), period.before ?? Number.MAX_SAFE_INTEGER);
  const { rows } = await ctx.pool.query<EntryRow>({
    name: "account_statement",
    text: STATEMENT,
    values: [period.accountId, Math.max(0, firstIdAt(period.fromMs)), Math.max(0, endId), causesMax],
  });
  const causes = new Set(rows.map(({ cause_id }) => cause_id));
  const lastCause = rows.at(-1)?.cause_id ?? null;
  const entries = rows.flatMap((row) => (row.line === null ? [] : [toEntry(row, period.accountId)]));
  return { entries, nextBefore: causes.size < causesMax ? null : lastCause };
}

interface EntryRow {
  cause_id: number;
  /** Null for a cause that moved nothing, such as a task in a package. */
  line: number | null;
  code: number;
  debit_id: number;
  credit_id: number;
  micros: number;
}

const STATEMENT = `
with cause as materialized (
  select id from (
    ${accountCauses("limit $4::int")}
  ) c order by id desc limit $4::int
)
select c.id as cause_id, t.line, t.code, t.debit_id, t.credit_id, t.micros
from cause c left join transfer t
  on t.cause_id = c.id and (t.debit_id = $1::int or t.credit_id = $1::int)
order by c.id desc, t.line desc`;

const NAME_BY_CODE = new Map<number, PostingName>(
  (Object.entries(POSTINGS) as [PostingName, { code: number }][]).map(([name, { code }]) => [code, name]),
);

function toEntry(row: EntryRow, accountId: number): StatementEntry {
  const named = NAME_BY_CODE.get(row.code);
  if (named === undefined) throw new Error(`no posting has the code ${row.code}`);
  // Workers cannot tell gold tasks from others, here neither.
  const posting = named === "gold_pay" ? "capture_share" : named;
  const { from, to } = POSTINGS[named];
  const { says } = POSTINGS[posting];
  const change = { available: 0, held: 0, pending: 0, platform: 0 };
  if (row.debit_id === accountId) change[from] -= row.micros;
  if (row.credit_id === accountId) change[to] += row.micros;
  return {
    causeId: row.cause_id,
    line: row.line ?? 0,
    atMs: idTimeMs(row.cause_id),
    posting,
    says,
    cause: CAUSES[posting] ?? "other",
    availableMicros: change.available,
    heldMicros: change.held,
    pendingMicros: change.pending,
  };
}

/** What an entry's cause is, by its posting. */
const CAUSES: Partial<Record<PostingName, StatementEntry["cause"]>> = {
  deposit: "booking",
  hold: "task",
  capture_share: "task",
  capture_fee: "task",
  release: "task",
  release_rest: "task",
  content_pay: "task",
  refund_token: "task",
  package_pay: "task",
  package_price: "package",
  package_credit: "package",
  pay_confirmed: "confirmation",
  floor_top_up: "hour",
  several_pay: "task",
  refund_task: "task",
  take_back_pay: "task",
  chain_deposit: "deposit",
  chain_deposit_reversal: "deposit",
  payout_reserve: "payout",
  payout_return: "payout",
  payout_undone: "payout",
  chain_deposit_recovery: "deposit",
};
