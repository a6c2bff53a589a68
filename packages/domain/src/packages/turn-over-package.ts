import { PACKAGE_SPAN_MS } from "@sightline/contract/packages";
import type pg from "pg";
import type { DomainContext } from "../context";
import { type LockedPackage, lockPackage, type OpenPurchase } from "./locked-package";
import { offerOf, packageOffers } from "./package-offers";
import { PACKAGE_STATES } from "./package-states";
import { giveThreads, recordPurchase } from "./record-purchase";

/** A successor begins where the one before it ended, unless nobody looked for longer than this. */
const SEAMLESS_MS = 60_000;

/**
 * Ends a customer's package whose time is over, and begins the one that waits; else buys it again at its present price
 * when it is to be renewed, is still on offer and the balance covers it. Returns how things stand then, still under
 * the account's lock, and which purchase has ended now; null when there is no such customer.
 */
export async function turnOverPackage(
  ctx: Pick<DomainContext, "clock" | "ids">,
  client: pg.ClientBase,
  accountId: number,
): Promise<(LockedPackage & { endedId?: number }) | null> {
  const locked = await lockPackage(client, accountId);
  const nowMs = ctx.clock.nowMs();
  if (locked?.running == null || locked.running.endsAtMs > nowMs) return locked;
  const { running, waiting } = locked;
  await client.query("update package_purchase set state = $2 where id = $1", [
    running.id,
    PACKAGE_STATES.ended,
  ]);
  const startsAtMs = nowMs - running.endsAtMs <= SEAMLESS_MS ? running.endsAtMs : nowMs;
  if (waiting) await begin(client, accountId, waiting, startsAtMs);
  else if (!(await renew(ctx, client, { ...locked, running }, startsAtMs))) {
    await giveThreads(client, { accountId, threads: 0, endsAtMs: null });
  }
  const after = await lockPackage(client, accountId);
  return after && { ...after, endedId: running.id };
}

async function begin(
  client: pg.ClientBase,
  accountId: number,
  { id, threads, span }: OpenPurchase,
  startsAtMs: number,
): Promise<void> {
  const endsAtMs = startsAtMs + PACKAGE_SPAN_MS[span];
  await client.query("update package_purchase set state = $2, starts_at = $3, ends_at = $4 where id = $1", [
    id,
    PACKAGE_STATES.running,
    new Date(startsAtMs),
    new Date(endsAtMs),
  ]);
  await giveThreads(client, { accountId, threads, endsAtMs });
}

async function renew(
  ctx: Pick<DomainContext, "clock" | "ids">,
  client: pg.ClientBase,
  { accountId, availableMicros, running }: LockedPackage & { running: OpenPurchase },
  startsAtMs: number,
): Promise<boolean> {
  if (!running.renew) return false;
  const boughtAtMs = ctx.clock.nowMs();
  const { name, span } = running;
  const offer = offerOf(await packageOffers(client, new Date(boughtAtMs)), { name, span });
  if (offer === null || offer.priceMicros > availableMicros) return false;
  await recordPurchase(client, {
    ...offer,
    id: ctx.ids.next(),
    accountId,
    clientId: `after:${running.id}`,
    name,
    span,
    creditMicros: 0,
    renew: true,
    boughtAtMs,
    startsAtMs,
  });
  return true;
}
