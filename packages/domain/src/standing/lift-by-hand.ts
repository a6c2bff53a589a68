import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { liftSuspension, suspensionsChanged } from "./suspend-account";

/** An admin ends a suspension before its time. */
export async function liftByHand(
  ctx: DomainContext,
  { accountId, reason, liftedBy }: { accountId: number; reason: string; liftedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, (client) => liftSuspension(ctx, client, { accountId, reason, liftedBy }));
  await suspensionsChanged(ctx, accountId);
}
