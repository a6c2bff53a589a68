import type { WorkerScore } from "@sightline/contract/score";
import type { DomainContext } from "../context";
import { kindScores } from "./kind-scores";
import { scoreChanges } from "./score-changes";
import { readStandings } from "./standing";

/** Everything that decides what a worker gets, as the worker may see it. */
export async function workerScore(
  ctx: Pick<DomainContext, "pool" | "clock">,
  workerId: number,
): Promise<WorkerScore> {
  const [kinds, changes, standings, { rows }] = await Promise.all([
    kindScores(ctx, workerId),
    scoreChanges(ctx, workerId),
    readStandings(ctx.pool, [workerId], ctx.clock.nowMs()),
    ctx.pool.query<{ languages: string[] }>({
      name: "worker_languages",
      text: "select languages from worker_profile where worker_id = $1",
      values: [workerId],
    }),
  ]);
  const standing = standings.get(workerId);
  return {
    kinds,
    changes,
    languages: rows[0]?.languages ?? [],
    v3Score: standing?.v3Score ?? null,
    favouredBy: standing?.favouredBy.size ?? 0,
    linkedTo: standing?.linked.size ?? 0,
  };
}
