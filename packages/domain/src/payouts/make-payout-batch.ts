import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { ChainTokenOptions } from "../chain/chain-options";
import { unitsOfMicros } from "../chain/token-amount";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { aloneLimit } from "../payments/alone-limit";
import { paymentSettings } from "../payments/payment-settings";
import { Refusal } from "../refusal";
import { dueWorkers } from "./due-workers";
import { openPayoutChecks } from "./open-payout-checks";

/**
 * Reserves the confirmed pay of every worker who has reached the threshold and has an address that holds. Who has a
 * change of address waiting, a payout under way, or is held, is left out. What deserves a person's look is a case.
 */
export async function makePayoutBatch(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "ids" | "chain">,
  { token: symbol, madeBy }: { token: string; madeBy: number },
): Promise<{ batchId: number; rows: number; totalMicros: number }> {
  if (ctx.chain === null) throw new Refusal("conflict", "Payouts over a chain are not configured.");
  const { chainId, tokens } = ctx.chain.options;
  const token = tokens.find((each) => each.accepted && each.symbol === symbol);
  if (token === undefined) throw new Refusal("conflict", "This token is not one that we pay in.");
  const settings = await paymentSettings(ctx);
  const { payoutWallet } = settings;
  if (payoutWallet === null)
    throw new Refusal("conflict", "First set the wallet that pays out: only its transfers count.");
  return inTransaction(ctx.pool, async (client) => {
    const due = await dueWorkers(client, {
      chainId,
      thresholdMicros: settings.payoutThresholdMicros,
      nowMs: ctx.clock.nowMs(),
      afterId: 0,
      locks: true,
    });
    const rows = due.flatMap((worker) => {
      const { units, micros } = unitsOfMicros(worker.micros, token.decimals);
      return micros === 0 ? [] : [{ ...worker, id: ctx.ids.next(), units, micros }];
    });
    if (rows.length === 0)
      throw new Refusal("conflict", "No worker with an address has reached the threshold.");
    const totalMicros = rows.reduce((sum, { micros }) => sum + micros, 0);
    const needsSecond =
      totalMicros > (await aloneLimit(client, { limit: "payoutAloneMicros", actorId: madeBy }));
    const batchId = ctx.ids.next();
    await insertBatch(client, {
      values: [
        batchId,
        chainId,
        token.address.toLowerCase(),
        ...namesOf(token),
        payoutWallet.toLowerCase(),
        totalMicros,
        needsSecond ? 1 : 0,
        madeBy,
        new Date(ctx.clock.nowMs()),
      ],
    });
    await client.query(
      `insert into payout (id, batch_id, account_id, address, micros, amount_units, state, chain_id)
       select u.id, $1, u.account_id, u.address, u.micros, u.units, 'reserved', $2
       from unnest($3::bigint[], $4::int[], $5::text[], $6::bigint[], $7::numeric[])
         as u(id, account_id, address, micros, units)`,
      [
        batchId,
        chainId,
        rows.map(({ id }) => id),
        rows.map(({ accountId }) => accountId),
        rows.map(({ address }) => address),
        rows.map(({ micros }) => micros),
        rows.map(({ units }) => String(units)),
      ],
    );
    await bookMoves(
      client,
      rows.map(({ id, accountId, micros }) => ({
        causeId: id,
        posting: "payout_reserve" as const,
        debitId: accountId,
        creditId: PLATFORM_ACCOUNTS.payouts,
        micros,
      })),
    );
    await openPayoutChecks(
      ctx,
      client,
      rows.map(({ accountId }) => accountId),
    );
    await recordStaffAct(client, {
      actorId: madeBy,
      act: "make_payouts",
      subject: `payout_batch:${batchId}`,
      before: null,
      after: { rows: rows.length, totalMicros, token: symbol },
    });
    return { batchId, rows: rows.length, totalMicros };
  });
}

const namesOf = ({ symbol, decimals }: ChainTokenOptions) => [symbol, decimals] as const;

async function insertBatch(client: pg.PoolClient, { values }: { values: unknown[] }): Promise<void> {
  await client.query(
    `insert into payout_batch (id, chain_id, token, symbol, decimals, wallet, total_micros, needs_second, made_by,
       made_at, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'made')`,
    values,
  );
}
