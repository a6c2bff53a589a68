import type { PackageSpan } from "@sightline/contract/packages";
import type pg from "pg";
import { PACKAGE_STATES } from "./package-states";

/** A purchase that runs or waits. Times are ms since 1970. */
export interface OpenPurchase {
  id: number;
  name: string;
  threads: number;
  span: PackageSpan;
  priceMicros: number;
  renew: boolean;
  startsAtMs: number;
  endsAtMs: number;
}

export interface LockedPackage {
  accountId: number;
  availableMicros: number;
  running: OpenPurchase | null;
  waiting: OpenPurchase | null;
}

/**
 * A customer's money and packages, under the lock of the account's row: whoever writes purchases takes it first, so
 * nothing of this changes before the transaction ends. Null when there is no such customer.
 */
export async function lockPackage(client: pg.ClientBase, accountId: number): Promise<LockedPackage | null> {
  const { rows: accounts } = await client.query<{ available: number }>(
    "select available_micros as available from account where id = $1 and role = 'customer' for update",
    [accountId],
  );
  const account = accounts[0];
  if (!account) return null;
  const { rows } = await client.query<PurchaseRow>(
    `select id, name, threads, span, price_micros, renew, state, starts_at, ends_at from package_purchase
     where account_id = $1 and state in (${PACKAGE_STATES.waiting}, ${PACKAGE_STATES.running})`,
    [accountId],
  );
  const find = (state: number): OpenPurchase | null => {
    const row = rows.find((each) => each.state === state);
    return row ? toPurchase(row) : null;
  };
  return {
    accountId,
    availableMicros: account.available,
    running: find(PACKAGE_STATES.running),
    waiting: find(PACKAGE_STATES.waiting),
  };
}

interface PurchaseRow {
  id: number;
  name: string;
  threads: number;
  span: PackageSpan;
  price_micros: number;
  renew: boolean;
  state: number;
  starts_at: Date | null;
  ends_at: Date | null;
}

function toPurchase(row: PurchaseRow): OpenPurchase {
  return {
    id: row.id,
    name: row.name,
    threads: row.threads,
    span: row.span,
    priceMicros: row.price_micros,
    renew: row.renew,
    startsAtMs: row.starts_at?.getTime() ?? 0,
    endsAtMs: row.ends_at?.getTime() ?? 0,
  };
}
