import type { DomainContext } from "../context";
import { BATCH_MAX, type Service } from "../maintenance/service";
import { DELETION_STEPS } from "./deletion-steps";
import { endAccount } from "./end-account";

const ACCOUNTS_MAX = 5;
/** Pieces of one account in one look. */
const PIECES_MAX = 10;

interface Row {
  account_id: number;
  state: number;
  step: number;
  cursor: number;
}

/** Deletes the accounts whose time to think is over, in bounded pieces; a process that dies goes on where it was. */
export const deleteAccounts: Service = {
  name: "delete-accounts",
  everyMs: 5_000,
  async runOnce(ctx) {
    const { rows } = await ctx.pool.query<Row>({
      name: "accounts_to_delete",
      text: `select account_id, state, step, cursor from account_deletion where due_at <= $1 and state <> 2
             order by step, account_id limit ${ACCOUNTS_MAX}`,
      values: [new Date(ctx.clock.nowMs())],
    });
    let more = false;
    for (const row of rows) {
      if (row.state === 0 && !(await endAccount(ctx, row.account_id))) continue;
      if (await wipe(ctx, row)) more = true;
    }
    return more ? BATCH_MAX : rows.length;
  },
};

/** True when there is more to do at once. */
async function wipe(ctx: DomainContext, { account_id: accountId, step: first, cursor: from }: Row) {
  let step = first;
  let cursor = from;
  for (let piece = 0; piece < PIECES_MAX; piece++) {
    const doIt = DELETION_STEPS[step];
    if (doIt === undefined) {
      await ctx.pool.query(
        "update account_deletion set state = 2, done_at = $2 where account_id = $1 and state = 1",
        [accountId, new Date(ctx.clock.nowMs())],
      );
      return false;
    }
    const next = await doIt(ctx, accountId, cursor);
    if (next === "wait") return false;
    if (next === null) step++;
    cursor = next ?? 0;
    await ctx.pool.query(
      "update account_deletion set step = $2, cursor = $3 where account_id = $1 and state = 1",
      [accountId, step, cursor],
    );
  }
  return true;
}
