import type { TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { liftKindSuspension, standingChanged } from "./suspend-kind";

/** Staff let a worker solve a kind again. */
export async function liftKindByHand(
  ctx: DomainContext,
  lifted: { workerId: number; kind: TaskKind; reason: string; liftedBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, (client) => liftKindSuspension(ctx, client, lifted));
  await standingChanged(ctx, lifted.workerId);
}
