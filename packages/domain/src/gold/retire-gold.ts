import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";
import { GOLD_STATES } from "./hand-out-statement";

/** Nobody is shown this gold task any more; what was learned from it stays. */
export async function retireGold(
  ctx: Pick<DomainContext, "pool" | "hints" | "gold">,
  { id, retiredBy }: { id: number; retiredBy: number },
): Promise<void> {
  await inTransaction(ctx.pool, async (client) => {
    const { rowCount } = await client.query(
      `update gold_task set state = ${GOLD_STATES.retired} where id = $1 and state = ${GOLD_STATES.in_use}`,
      [id],
    );
    if (!rowCount) throw new Refusal("not_found", "No such gold task is in use.");
    await recordStaffAct(client, {
      actorId: retiredBy,
      act: "retire_gold",
      subject: `gold:${id}`,
      before: { state: "in_use" },
      after: { state: "retired" },
    });
  });
  ctx.hints.changed("gold");
  await ctx.gold.load();
}
