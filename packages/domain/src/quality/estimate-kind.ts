import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { numberArray } from "../tasks/id-range";
import { correctSkills, type SkillCorrection } from "./correct-skills";
import { reEstimate } from "./re-estimate";
import { type Agreement, readAgreement } from "./read-agreement";
import { NO_EVIDENCE, type Skill, skillMean } from "./skill";
import type { Posterior } from "./weigh-answers";

/** What is less is not written down. */
const MOVES_MIN = 0.01;
const CHANCE_MIN = 0.005;
/** Answers that are written in one statement; one worker's are never split. */
const ANSWERS_AT_ONCE = 2_000;

export interface KindEstimate {
  tasks: number;
  answers: number;
  moved: number;
  furthest: number;
}

/**
 * Estimates the skills of one kind anew from all its answers (reEstimate) and corrects them by the difference to what
 * they learned from these answers before. Evidence of other sources - gold, decided reports, what is older - counts as
 * known and stays. Run again on the same answers it changes nothing.
 */
export async function estimateKind(
  ctx: Pick<DomainContext, "pool" | "hotPool" | "clock">,
  runId: number,
  kind: TaskKind,
): Promise<KindEstimate> {
  const nowMs = ctx.clock.nowMs();
  const agreement = await readAgreement({ pool: ctx.hotPool, nowMs }, kind);
  const kindNumber = TASK_KINDS[kind].number;
  const standings = await readSkills(ctx.pool, kindNumber, [...agreement.judgedOf.keys()]);
  const { posteriors } = await reEstimate(agreement.tasks, knownOtherwise(agreement, standings));
  const corrections = correctionsOf(agreement, standings, posteriors);
  for (const batch of batches(corrections)) {
    await correctSkills(ctx.pool, { kindNumber, runId, nowMs }, batch);
  }
  const moves = corrections.map(({ workerId, moves }) => {
    const { right, wrong } = standings.get(workerId) ?? NO_EVIDENCE;
    return Math.abs(skillMean({ right: right + moves, wrong: wrong - moves }) - skillMean({ right, wrong }));
  });
  return {
    tasks: agreement.tasks.length,
    answers: agreement.answers,
    moved: corrections.length,
    furthest: moves.reduce((most, move) => Math.max(most, move), 0),
  };
}

async function readSkills(
  pool: Pool,
  kindNumber: number,
  workerIds: readonly number[],
): Promise<Map<number, Skill>> {
  const { rows } = await pool.query<{ worker_id: number; right: number; wrong: number }>({
    name: "skills_of_kind",
    text: `select worker_id, right_weight as right, wrong_weight as wrong from worker_standing
           where kind = $1::smallint and worker_id = any($2::int[])`,
    values: [kindNumber, numberArray(workerIds)],
  });
  return new Map(rows.map(({ worker_id, right, wrong }) => [worker_id, { right, wrong }]));
}

/** What one of these answers still counts for: old evidence has been pushed out of the skill in equal parts. */
function share({ right, wrong }: Skill, answers: number): number {
  return answers === 0 ? 0 : Math.min(1, (right + wrong) / answers);
}

/** The skills less what they learned from these very answers. */
function knownOtherwise({ judgedOf }: Agreement, standings: ReadonlyMap<number, Skill>): Map<number, Skill> {
  const known = new Map<number, Skill>();
  for (const [workerId, skill] of standings) {
    const judged = judgedOf.get(workerId) ?? [];
    const each = share(skill, judged.length);
    const right = judged.reduce((sum, { takenFor }) => sum + takenFor, 0);
    known.set(workerId, {
      right: Math.max(0, skill.right - each * right),
      wrong: Math.max(0, skill.wrong - each * (judged.length - right)),
    });
  }
  return known;
}

function correctionsOf(
  { judgedOf, tasks }: Agreement,
  standings: ReadonlyMap<number, Skill>,
  posteriors: readonly Posterior<unknown>[],
): SkillCorrection[] {
  const rights = tasks.map((_, t) => rightsOf(posteriors[t]));
  const corrections = [...judgedOf].map(([workerId, judged]): SkillCorrection => {
    const found = judged.map(({ task, taskId, answer, takenFor }) => {
      return { taskId, takenFor, rightProbability: rights[task]?.[answer] ?? takenFor };
    });
    const answers = found.filter((one) => Math.abs(one.rightProbability - one.takenFor) >= CHANCE_MIN);
    const moves = answers.reduce((sum, one) => sum + one.rightProbability - one.takenFor, 0);
    return {
      workerId,
      moves: moves * share(standings.get(workerId) ?? NO_EVIDENCE, judged.length),
      answers,
    };
  });
  return corrections
    .filter(({ moves }) => Math.abs(moves) >= MOVES_MIN)
    .sort((a, b) => a.workerId - b.workerId);
}

function rightsOf(posterior: Posterior<unknown> | undefined): number[] {
  const rights: number[] = [];
  for (const { probability, witnesses } of posterior?.readings ?? []) {
    for (const i of witnesses) rights[i] = probability;
  }
  return rights;
}

function batches(corrections: readonly SkillCorrection[]): SkillCorrection[][] {
  const all: SkillCorrection[][] = [];
  let rows = ANSWERS_AT_ONCE;
  for (const correction of corrections) {
    if (rows >= ANSWERS_AT_ONCE) {
      all.push([]);
      rows = 0;
    }
    all.at(-1)?.push(correction);
    rows += 1 + correction.answers.length;
  }
  return all;
}
