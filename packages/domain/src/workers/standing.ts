import { STAGES } from "@sightline/contract/score";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { scriptsOf } from "@sightline/contract/worker-languages";
import type { Pool } from "@sightline/db/database";
import { TRACE_SORTS } from "../links/trace-sorts";
import { type Skill, skillMean } from "../quality/skill";

/** What is known of a worker that decides what they get: read with the seat, and again every few seconds. */
export interface Standing {
  /** The kinds (by number) that they may be given: past the exam, and not suspended. */
  kinds: ReadonlySet<number>;
  /** Kinds in which they are in training or before the exam, with the stage. */
  lessons: ReadonlyMap<number, number>;
  /** In how many kinds it is written down where they stand. */
  enrolledKinds: number;
  /** The chance that their next answer is right, by kind. */
  skills: ReadonlyMap<number, number>;
  /** What the chance comes from, by kind; somebody new is not in it. */
  evidence: ReadonlyMap<number, Skill>;
  languages: ReadonlySet<string>;
  favouredBy: ReadonlySet<number>;
  linked: ReadonlySet<number>;
  v3Score: number | null;
}

export const ALL_KINDS: ReadonlySet<number> = new Set(Object.values(TASK_KINDS).map(({ number }) => number));

/** Somebody of whom nothing is known yet. */
export const NEW_STANDING: Standing = {
  kinds: ALL_KINDS,
  lessons: new Map(),
  enrolledKinds: 0,
  skills: new Map(),
  evidence: new Map(),
  languages: new Set(),
  favouredBy: new Set(),
  linked: new Set(),
  v3Score: null,
};

const LINKED_MAX = 500;
/** Accounts that are paid to one address are one person, and linked with whom any of them is. */
const SAME_PERSON_MAX = 20;
const FAVOURED_MAX = 200;

/** By primary keys and favourite_worker_worker_idx; bounded for each worker. */
export const STANDINGS_STATEMENT = {
  name: "standings",
  text: `
select w.id, p.languages, v.score,
  (select json_agg(json_build_array(s.kind, s.right_weight, s.wrong_weight, s.suspended_at is not null, s.stage) order by s.kind)
    from worker_standing s where s.worker_id = w.id) as kinds,
  (select array_agg(l.other_id) from (select other_id from account_link where until > $2::timestamptz
    and worker_id = any(array(select w.id union all (select o.account_id from account_trace t
      join account_trace o on o.sort = t.sort and o.hash = t.hash and o.account_id <> t.account_id
      where t.account_id = w.id and t.sort = ${TRACE_SORTS.payout} limit ${SAME_PERSON_MAX})))
    limit ${LINKED_MAX}) l) as linked,
  (select array_agg(f.customer_id) from (select customer_id from favourite_worker where worker_id = w.id
    order by since desc limit ${FAVOURED_MAX}) f) as favoured_by
from unnest($1::int[]) w(id) left join worker_profile p on p.worker_id = w.id
  left join worker_v3_score v on v.worker_id = w.id and v.consented_at is not null`,
} as const;

/** The standing of each of these workers, in one read. */
export async function readStandings(
  pool: Pool,
  workerIds: readonly number[],
  nowMs: number,
): Promise<Map<number, Standing>> {
  const { rows } = await pool.query<{
    id: number;
    languages: string[] | null;
    score: number | null;
    kinds: [kind: number, right: number, wrong: number, suspended: boolean, stage: number][] | null;
    linked: number[] | null;
    favoured_by: number[] | null;
  }>({ ...STANDINGS_STATEMENT, values: [workerIds, new Date(nowMs)] });
  return new Map(
    rows.map((row) => {
      const known = row.kinds ?? [];
      const kinds = new Set(ALL_KINDS);
      const lessons = new Map<number, number>();
      for (const [kind, , , suspended, stage] of known) {
        if (suspended || stage < STAGES.probation) kinds.delete(kind);
        if (!suspended && stage < STAGES.probation) lessons.set(kind, stage);
      }
      const languages = row.languages ?? [];
      return [
        row.id,
        {
          kinds,
          lessons,
          enrolledKinds: known.length,
          skills: new Map(known.map(([kind, right, wrong]) => [kind, skillMean({ right, wrong })])),
          evidence: new Map(known.map(([kind, right, wrong]) => [kind, { right, wrong }])),
          languages: new Set([...languages, ...languages.flatMap(scriptsOf)]),
          favouredBy: new Set(row.favoured_by),
          linked: new Set(row.linked),
          v3Score: row.score,
        },
      ];
    }),
  );
}
