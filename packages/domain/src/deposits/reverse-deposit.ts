import { formatUsd } from "@sightline/contract/money";
import { openDatabase } from "@sightline/db/database";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { bookMoves } from "../ledger/book-moves";
import { inTransaction } from "../ledger/in-transaction";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";

/**
 * Takes a booked deposit back that the chain no longer knows, by a reverse posting. What the customer has spent of it
 * is the platform's loss: a balance never falls below nothing. Should the chain bring it back, it is seen and booked anew.
 */
export async function reverseDeposit(
  ctx: Pick<DomainContext, "pool" | "clock" | "mail" | "db">,
  { depositId, reason, reversedBy }: { depositId: number; reason: string; reversedBy: number },
): Promise<{ takenBackMicros: number; lossMicros: number }> {
  return inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ accountId: number; micros: number }>(
      `update chain_deposit set state = 'reversed', decided_by = $2, reason = $3
       where id = $1 and state = 'booked' and missing_since is not null
       returning account_id as "accountId", amount_micros as micros`,
      [depositId, reversedBy, reason],
    );
    const [deposit] = rows;
    if (deposit === undefined)
      throw new Refusal("conflict", "Only a booked deposit that the chain no longer has can be reversed.");
    const { accountId, micros } = deposit;
    const balance = await client.query<{ available: number }>(
      "select available_micros as available from account where id = $1 for update",
      [accountId],
    );
    const takenBackMicros = Math.min(micros, balance.rows[0]?.available ?? 0);
    const lossMicros = micros - takenBackMicros;
    const { world, expenses } = PLATFORM_ACCOUNTS;
    await bookMoves(client, [
      {
        causeId: depositId,
        posting: "chain_deposit_reversal",
        debitId: accountId,
        creditId: world,
        micros: takenBackMicros,
      },
      {
        causeId: depositId,
        posting: "chain_deposit_loss",
        debitId: expenses,
        creditId: world,
        micros: lossMicros,
      },
    ]);
    await giveNotice(
      ctx,
      {
        accountId,
        notice: "deposit_reversed",
        params: { amount: formatUsd(micros), takenBack: formatUsd(takenBackMicros) },
      },
      openDatabase(client),
    );
    await recordStaffAct(client, {
      actorId: reversedBy,
      act: "reverse_deposit",
      subject: `account:${accountId}`,
      before: { depositId, amountMicros: micros },
      after: { takenBackMicros, lossMicros },
      reason,
    });
    return { takenBackMicros, lossMicros };
  });
}
