import type { PackageSpan } from "@sightline/contract/packages";
import type pg from "pg";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import type { OpenPurchase } from "./locked-package";
import { offerOf, packageOffers } from "./package-offers";
import { PACKAGE_STATES } from "./package-states";
import { recordPurchase } from "./record-purchase";
import { turnOverPackage } from "./turn-over-package";

export interface PackageOrder {
  accountId: number;
  /** The same again is the same purchase. */
  clientId: string;
  name: string;
  span: PackageSpan;
  /** What the buyer was shown. */
  priceMicros: number;
  renew: boolean;
}

/**
 * Buys a package from the balance. With none running it begins at once; a larger one than the running one replaces it,
 * and what was left of that is given back; a smaller or equal one waits for its end. Refused with a reason, and nothing
 * moved, when the price has changed, the balance is too small or one waits already.
 */
export async function buyPackage(
  ctx: Pick<DomainContext, "pool" | "clock" | "ids" | "terms" | "hints">,
  order: PackageOrder,
): Promise<{ purchaseId: number }> {
  const bought = await inTransaction(ctx.pool, (client) => buyLocked(ctx, client, order));
  ctx.terms.forget(order.accountId);
  ctx.hints.changed(`terms:${order.accountId}`);
  return bought;
}

async function buyLocked(
  ctx: Pick<DomainContext, "clock" | "ids">,
  client: pg.ClientBase,
  order: PackageOrder,
): Promise<{ purchaseId: number }> {
  const locked = await turnOverPackage(ctx, client, order.accountId);
  if (locked === null) throw new Refusal("not_found", "There is no such customer.");
  const known = await boughtBefore(client, order);
  if (known !== null) return { purchaseId: known };
  const nowMs = ctx.clock.nowMs();
  const offer = offerOf(await packageOffers(client, new Date(nowMs)), order);
  if (offer === null) throw new Refusal("not_found", "This package is not on offer any more.");
  if (offer.priceMicros !== order.priceMicros)
    throw new Refusal("conflict", "The price has changed. Look at the new one, then buy again.");
  const { running, waiting, availableMicros, accountId } = locked;
  const waits = running !== null && offer.threads <= running.threads;
  if (waits && waiting) throw new Refusal("conflict", "A package waits already for this one to end.");
  const creditMicros = running !== null && !waits ? leftOf(running, nowMs) : 0;
  if (availableMicros + creditMicros < offer.priceMicros)
    throw new Refusal("conflict", "The balance does not cover this package. Add funds, then buy it.");
  if (running !== null && !waits) await replace(client, running, nowMs);
  const purchaseId = ctx.ids.next();
  await recordPurchase(client, {
    ...offer,
    id: purchaseId,
    accountId,
    clientId: order.clientId,
    name: order.name,
    span: order.span,
    creditMicros,
    renew: order.renew,
    boughtAtMs: nowMs,
    startsAtMs: waits ? null : nowMs,
  });
  return { purchaseId };
}

async function boughtBefore(client: pg.ClientBase, order: PackageOrder): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    "select id from package_purchase where account_id = $1 and client_id = $2",
    [order.accountId, order.clientId],
  );
  return rows[0]?.id ?? null;
}

/** What is left of a package by time, rounded down to the micro-dollar. */
function leftOf({ priceMicros, startsAtMs, endsAtMs }: OpenPurchase, nowMs: number): number {
  const leftMs = BigInt(Math.max(0, endsAtMs - nowMs));
  return Number((BigInt(priceMicros) * leftMs) / BigInt(endsAtMs - startsAtMs));
}

async function replace(client: pg.ClientBase, running: OpenPurchase, nowMs: number): Promise<void> {
  await client.query("update package_purchase set state = $2, ends_at = $3 where id = $1", [
    running.id,
    PACKAGE_STATES.replaced,
    new Date(nowMs),
  ]);
}
