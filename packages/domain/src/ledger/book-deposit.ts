import type pg from "pg";
import type { DomainContext } from "../context";
import { LEDGER_CTES } from "./ledger-sql";
import { FIRST_PERSON_ACCOUNT_ID, PLATFORM_ACCOUNTS, POSTINGS } from "./postings";

/**
 * Books money paid in by hand, with its reason, into a customer's account: the booking and its transfer in one
 * statement, of the transaction `db` where one is given. Returns the booking's id, or null when there is no such customer. Amounts are positive integers.
 */
export async function bookDeposit(
  ctx: DomainContext,
  deposit: { accountId: number; amountMicros: number; reason: string; bookedBy: number | null },
  db: Pick<pg.ClientBase, "query"> = ctx.pool,
): Promise<{ bookingId: number } | null> {
  if (deposit.amountMicros <= 0) throw new RangeError("a deposit is more than nothing");
  if (deposit.accountId < FIRST_PERSON_ACCOUNT_ID) return null;
  const bookingId = ctx.ids.next();
  const { rows } = await db.query<{ id: number }>(
    `with booked_for as materialized (
       insert into booking (id, account_id, booked_by, reason, booked_at)
       select $1::bigint, a.id, $4::int, $5::text, $6::timestamptz
       from account a where a.id = $2::int and a.role = 'customer'
       returning id, account_id
     ),
     move as materialized (
       select id as cause_id, ${POSTINGS.deposit.code} as code, ${PLATFORM_ACCOUNTS.world} as debit_id,
         account_id as credit_id, $3::bigint as micros
       from booked_for
     ),
     ${LEDGER_CTES}
     select id from booked_for`,
    [
      bookingId,
      deposit.accountId,
      deposit.amountMicros,
      deposit.bookedBy,
      deposit.reason,
      new Date(ctx.clock.nowMs()),
    ],
  );
  return rows[0] ? { bookingId } : null;
}
