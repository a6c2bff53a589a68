import { PACKAGE_SPAN_MS, type PackageSpan } from "@sightline/contract/packages";
import type pg from "pg";
import { bookMoves } from "../ledger/book-moves";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { PACKAGE_STATES } from "./package-states";

export interface NewPurchase {
  id: number;
  accountId: number;
  clientId: string;
  name: string;
  threads: number;
  span: PackageSpan;
  priceMicros: number;
  creditMicros: number;
  renew: boolean;
  boughtAtMs: number;
  /** When it begins; null: when the running one has ended. */
  startsAtMs: number | null;
}

/** Writes a purchase, moves its price and, when it begins at once, gives its threads. Needs the account's lock. */
export async function recordPurchase(client: pg.ClientBase, purchase: NewPurchase): Promise<void> {
  const { id, accountId, priceMicros, creditMicros, startsAtMs, span, threads } = purchase;
  const endsAtMs = startsAtMs === null ? null : startsAtMs + PACKAGE_SPAN_MS[span];
  await client.query(
    `insert into package_purchase (id, account_id, client_id, name, threads, span, price_micros, credit_micros, state,
       renew, bought_at, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      accountId,
      purchase.clientId,
      purchase.name,
      threads,
      span,
      priceMicros,
      creditMicros,
      startsAtMs === null ? PACKAGE_STATES.waiting : PACKAGE_STATES.running,
      purchase.renew,
      new Date(purchase.boughtAtMs),
      startsAtMs === null ? null : new Date(startsAtMs),
      endsAtMs === null ? null : new Date(endsAtMs),
    ],
  );
  const { packages } = PLATFORM_ACCOUNTS;
  await bookMoves(client, [
    { causeId: id, posting: "package_price", debitId: accountId, creditId: packages, micros: priceMicros },
    { causeId: id, posting: "package_credit", debitId: packages, creditId: accountId, micros: creditMicros },
  ]);
  if (endsAtMs !== null) await giveThreads(client, { accountId, threads, endsAtMs });
}

/** The account's threads from now on; 0 takes them away. Tasks that run go on and give theirs back. */
export async function giveThreads(
  client: pg.ClientBase,
  { accountId, threads, endsAtMs }: { accountId: number; threads: number; endsAtMs: number | null },
): Promise<void> {
  await client.query("update account set threads_max = $2, threads_until = $3 where id = $1", [
    accountId,
    threads,
    endsAtMs === null ? null : new Date(endsAtMs),
  ]);
}
