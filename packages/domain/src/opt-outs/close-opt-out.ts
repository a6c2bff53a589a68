import { optOut } from "@sightline/db/schema/opt-out";
import { and, eq, isNull } from "drizzle-orm";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Staff have dealt with an opt-out: by switching the host off, or because there is nothing to it. */
export async function closeOptOut(
  ctx: DomainContext,
  { id, closedBy }: { id: number; closedBy: number },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [closed] = await tx
      .update(optOut)
      .set({ closedAt: new Date(ctx.clock.nowMs()) })
      .where(and(eq(optOut.id, id), isNull(optOut.closedAt)))
      .returning({ host: optOut.host });
    if (!closed) throw new Refusal("not_found", "There is no such open opt-out.");
    await recordStaffAct(tx, {
      actorId: closedBy,
      act: "close_opt_out",
      subject: `opt_out:${id}`,
      before: { host: closed.host, open: true },
      after: { host: closed.host, open: false },
    });
  });
}
