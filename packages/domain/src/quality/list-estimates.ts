import type { EstimateRun } from "@sightline/contract/estimates";
import type { DomainContext } from "../context";

const RUNS_SHOWN = 5;

/** The latest estimates of all skills, the newest first. */
export async function listEstimates({ pool }: Pick<DomainContext, "pool">): Promise<EstimateRun[]> {
  const { rows } = await pool.query<
    Omit<EstimateRun, "askedAtMs" | "finishedAtMs"> & { askedAt: Date; finishedAt: Date | null }
  >({
    name: "list_estimates",
    text: `select r.id, u.email as "askedBy", r.asked_at as "askedAt", r.finished_at as "finishedAt", r.tasks, r.answers,
             r.moved, r.furthest
           from estimate_run r left join auth_user u on u.account_id = r.asked_by order by r.id desc limit ${RUNS_SHOWN}`,
  });
  return rows.map(({ askedAt, finishedAt, ...run }) => ({
    ...run,
    askedAtMs: askedAt.getTime(),
    finishedAtMs: finishedAt?.getTime() ?? null,
  }));
}
