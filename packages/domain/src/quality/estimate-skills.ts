import { CHALLENGE_KINDS, TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { BATCH_MAX, type Service } from "../maintenance/service";
import { estimateKind, type KindEstimate } from "./estimate-kind";

/** The night's run is due from this hour (UTC) on. */
const NIGHT_HOUR = 3;
/** A process that dies over a kind delays it by this. */
const HOLD_MS = 10 * 60_000;
const CHALLENGES: readonly TaskKind[] = CHALLENGE_KINDS;
const KINDS = (Object.keys(TASK_KINDS) as TaskKind[]).filter((kind) => !CHALLENGES.includes(kind));

/**
 * Estimates all skills anew from all answers, each night and whenever staff ask (ask-for-estimate.ts): one kind a run, by
 * whichever process takes it. A run that has kinds left goes on at once.
 */
export const estimateSkills: Service = {
  name: "estimate-skills",
  everyMs: 5_000,
  async runOnce(ctx) {
    await planTonight(ctx);
    const run = await takeRun(ctx);
    if (run === null) return 0;
    const kind = KINDS[run.kindsDone];
    const estimate = kind === undefined ? null : await estimateKind(ctx, run.id, kind);
    const isLast = run.kindsDone + 1 >= KINDS.length;
    await noteDown(ctx, run, estimate, isLast);
    return isLast ? 1 : BATCH_MAX;
  },
};

async function planTonight({ pool, clock }: DomainContext): Promise<void> {
  const now = new Date(clock.nowMs());
  if (now.getUTCHours() < NIGHT_HOUR) return;
  await pool.query({
    name: "plan_estimate",
    text: "insert into estimate_run (night, asked_at) select $1::date, $2 where not exists (select from estimate_run where night = $1::date) on conflict do nothing",
    values: [now.toISOString().slice(0, 10), now],
  });
}

interface OpenRun {
  id: number;
  kindsDone: number;
}

/** By estimate_run_open_idx. */
async function takeRun({ pool, clock }: DomainContext): Promise<OpenRun | null> {
  const nowMs = clock.nowMs();
  const { rows } = await pool.query<OpenRun>({
    name: "take_estimate",
    text: `update estimate_run r set held_until = $2 from (
             select id from estimate_run where finished_at is null and (held_until is null or held_until < $1)
             order by id limit 1 for update skip locked
           ) o where r.id = o.id returning r.id, r.kinds_done as "kindsDone"`,
    values: [new Date(nowMs), new Date(nowMs + HOLD_MS)],
  });
  return rows[0] ?? null;
}

/** Only while nobody else has gone on with it: a process that was believed dead may come back. */
async function noteDown(
  { pool, clock }: DomainContext,
  { id, kindsDone }: OpenRun,
  estimate: KindEstimate | null,
  isLast: boolean,
): Promise<void> {
  await pool.query({
    name: "note_estimate",
    text: `update estimate_run set held_until = null, kinds_done = kinds_done + 1, tasks = tasks + $3, answers = answers + $4,
             moved = moved + $5, furthest = greatest(furthest, $6), finished_at = $7
           where id = $1 and kinds_done = $2 and finished_at is null`,
    values: [
      id,
      kindsDone,
      estimate?.tasks ?? 0,
      estimate?.answers ?? 0,
      estimate?.moved ?? 0,
      estimate?.furthest ?? 0,
      isLast ? new Date(clock.nowMs()) : null,
    ],
  });
}
