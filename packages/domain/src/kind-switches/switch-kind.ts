import type { KindMode, KindSwitchRow } from "@sightline/contract/floor";
import { TASK_KIND_NAMES, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { recordStaffAct } from "../audit/record-staff-act";
import type { DomainContext } from "../context";
import { inTransaction } from "../ledger/in-transaction";
import { Refusal } from "../refusal";

/** An admin drains a kind, pauses it, or opens it again (null). Holds at once here, within a second elsewhere. */
export async function switchKind(
  ctx: DomainContext,
  wanted: { kind: TaskKind; mode: KindMode | null; reason: string; switchedBy: number },
): Promise<void> {
  const { kind, mode, reason, switchedBy } = wanted;
  const { number } = TASK_KINDS[kind];
  await inTransaction(ctx.pool, async (client) => {
    const { rows } = await client.query<{ mode: KindMode }>(
      "select mode from kind_switch where kind = $1 for update",
      [number],
    );
    const before = rows[0]?.mode ?? null;
    if (before === mode) throw new Refusal("conflict", "It is switched so already.");
    if (mode === null) await client.query("delete from kind_switch where kind = $1", [number]);
    else
      await client.query(
        `insert into kind_switch (kind, mode, reason, set_by, set_at) values ($1, $2, $3, $4, $5)
         on conflict (kind) do update set mode = $2, reason = $3, set_by = $4, set_at = $5`,
        [number, mode, reason, switchedBy, new Date(ctx.clock.nowMs())],
      );
    await recordStaffAct(client, {
      actorId: switchedBy,
      act: "switch_kind",
      subject: `kind:${kind}`,
      before: { mode: before },
      after: { mode },
      reason,
    });
  });
  await ctx.kindSwitches.load();
  ctx.hints.changed("kind_switches");
  ctx.floor.dispatcher.wake();
}

/** Every kind, with how it is switched. */
export async function listKindSwitches(ctx: Pick<DomainContext, "pool">): Promise<KindSwitchRow[]> {
  const { rows } = await ctx.pool.query<{
    kind: number;
    mode: KindMode;
    reason: string;
    email: string | null;
    set_at: Date;
  }>(
    `select s.kind, s.mode, s.reason, u.email, s.set_at from kind_switch s
     left join auth_user u on u.account_id = s.set_by`,
  );
  return TASK_KIND_NAMES.map((kind) => {
    const row = rows.find((each) => each.kind === TASK_KINDS[kind].number);
    return {
      kind,
      mode: row?.mode ?? null,
      reason: row?.reason ?? null,
      setByEmail: row?.email ?? null,
      setAtMs: row?.set_at.getTime() ?? null,
    };
  });
}
