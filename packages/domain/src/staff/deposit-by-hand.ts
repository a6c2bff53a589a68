import type { HandBookingReply } from "@sightline/contract/deposits";
import type pg from "pg";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { creditDeposit } from "../deposits/book-confirmed";
import { bookDeposit } from "../ledger/book-deposit";
import { inTransaction } from "../ledger/in-transaction";
import { aloneLimit } from "../payments/alone-limit";
import { Refusal } from "../refusal";

export interface HandDeposit {
  accountId: number;
  amountMicros: number;
  reason: string;
  bookedBy: number;
  /** Made by the form that sends it. */
  clientId?: string | undefined;
  /** The chain's transfer that it books, where it is one that is not booked by itself. */
  chainDepositId?: number;
}

/**
 * An admin pays money into a customer's account, with the reason that the books keep. Over the operator's limit it
 * waits for another admin, and until then nothing moves. Refuses all other accounts. What comes twice with one client id
 * is done once, and its answer is the same.
 */
export async function depositByHand(ctx: DomainContext, deposit: HandDeposit): Promise<HandBookingReply> {
  const limit = await aloneLimit(ctx.pool, { limit: "handBookingAloneMicros", actorId: deposit.bookedBy });
  const waits = deposit.amountMicros > limit;
  await inTransaction(ctx.pool, async (client) => {
    if (!(await isNew(ctx, client, deposit))) return;
    await (waits ? askForSecond(ctx, client, deposit) : bookByHand(ctx, client, deposit));
  });
  return { waits };
}

/** A second one at the same moment waits here for the first. */
async function isNew(
  { clock }: Pick<DomainContext, "clock">,
  client: pg.PoolClient,
  { clientId, bookedBy, accountId, amountMicros }: HandDeposit,
): Promise<boolean> {
  if (clientId === undefined) return true;
  const { rowCount } = await client.query(
    `insert into hand_order (ordered_by, client_id, account_id, amount_micros, ordered_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [bookedBy, clientId, accountId, amountMicros, new Date(clock.nowMs())],
  );
  if (rowCount === 1) return true;
  const { rowCount: same } = await client.query(
    "select from hand_order where ordered_by = $1 and client_id = $2 and account_id = $3 and amount_micros = $4",
    [bookedBy, clientId, accountId, amountMicros],
  );
  if (same !== 1)
    throw new Refusal(
      "conflict",
      "This form has booked another amount already. Look at the account's timeline.",
    );
  return false;
}

async function askForSecond(ctx: DomainContext, client: pg.PoolClient, deposit: HandDeposit): Promise<void> {
  const { rowCount } = await client.query(
    `insert into hand_booking (id, account_id, amount_micros, reason, chain_deposit_id, state, asked_by, asked_at)
     select $1, a.id, $3, $4, $5, 'waiting', $6, $7 from account a where a.id = $2 and a.role = 'customer'`,
    [
      ctx.ids.next(),
      deposit.accountId,
      deposit.amountMicros,
      deposit.reason,
      deposit.chainDepositId ?? null,
      deposit.bookedBy,
      new Date(ctx.clock.nowMs()),
    ],
  );
  if (rowCount !== 1) throw new Refusal("not_found", "There is no such customer.");
  await record(client, "ask_for_deposit", deposit);
}

async function record(client: pg.PoolClient, act: string, deposit: HandDeposit): Promise<void> {
  const { accountId, amountMicros, chainDepositId, bookedBy, reason } = deposit;
  await recordStaffAct(client, {
    actorId: bookedBy,
    act,
    subject: `account:${accountId}`,
    before: null,
    after: { amountMicros, ...(chainDepositId !== undefined && { chainDepositId }) },
    reason,
  });
}

/** Within the transaction that has decided to. */
export async function bookByHand(
  ctx: DomainContext,
  client: pg.PoolClient,
  booking: HandDeposit,
): Promise<void> {
  const { chainDepositId, clientId: _sentBy, ...deposit } = booking;
  if (chainDepositId === undefined) {
    const booked = await bookDeposit(ctx, deposit, client);
    if (booked === null) throw new Refusal("not_found", "There is no such customer.");
    return record(client, "book_deposit", booking);
  }
  const { rows } = await client.query<{ fromAddress: string }>(
    `update chain_deposit set state = 'booked', amount_micros = $3, booked_at = $4, decided_by = $5, reason = $6
     where id = $1 and account_id = $2 and state in ('unsupported', 'too_small') and missing_since is null
     returning from_address as "fromAddress"`,
    [
      chainDepositId,
      deposit.accountId,
      deposit.amountMicros,
      new Date(ctx.clock.nowMs()),
      deposit.bookedBy,
      deposit.reason,
    ],
  );
  const [booked] = rows;
  if (booked === undefined)
    throw new Refusal(
      "conflict",
      "This deposit does not wait to be booked by hand, or the chain has taken it back.",
    );
  await creditDeposit(ctx, client, {
    ...booked,
    id: chainDepositId,
    accountId: deposit.accountId,
    micros: deposit.amountMicros,
  });
  await record(client, "book_deposit", booking);
}
