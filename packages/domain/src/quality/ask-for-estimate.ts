import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";

/**
 * Staff ask for an estimate of all skills anew; it begins within seconds. One at a time: while one runs, it is the one
 * that was asked for.
 */
export async function askForEstimate(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  { askedBy }: { askedBy: number },
): Promise<{ runId: number }> {
  return inTransaction(pool, async (client) => {
    await client.query("lock table estimate_run in share row exclusive mode");
    const { rows } = await client.query<{ id: number }>({
      name: "ask_for_estimate",
      text: `with open as (select id from estimate_run where finished_at is null),
             begun as (
               insert into estimate_run (asked_by, asked_at) select $1, $2 where not exists (select from open)
               returning id
             )
             select id from open union all select id from begun`,
      values: [askedBy, new Date(clock.nowMs())],
    });
    const runId = rows[0]?.id ?? 0;
    await recordStaffAct(client, {
      actorId: askedBy,
      act: "ask_for_estimate",
      subject: `estimate:${runId}`,
      before: null,
      after: null,
    });
    return { runId };
  });
}
