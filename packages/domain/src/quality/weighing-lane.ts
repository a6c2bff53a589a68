import type { Clock } from "@sightline/contract/clock";
import { UNSOLVED_REASONS } from "@sightline/contract/error-codes";
import { HANDOUT_MIN_LEFT_MS, taskKindOf } from "@sightline/contract/task-kinds";
import type { Pool } from "@sightline/db/database";
import type { Logger } from "pino";
import { Lane } from "../lanes/lane";
import { idRange, numberArray } from "../tasks/id-range";
import { EVENTS, type TaskEventName } from "../tasks/states";
import type { Settled } from "../tasks/task-lanes";
import { type Doubt, doubtOf } from "./answer-value";
import { decide } from "./decide";
import { judgeAnswers } from "./judge-answers";
import { type JudgedAnswer, learnSkills } from "./learn-skills";
import { skillMean } from "./skill";
import { VERDICT_EVENTS, VERDICT_STATEMENT } from "./verdict-statement";
import { weighStoredAnswers } from "./weigh-stored-answers";
import { WEIGHED_TASKS_STATEMENT, type WeighedTaskRow } from "./weighed-tasks-statement";

/** Takes the ids of weighed tasks; null for one that was weighed by somebody else meanwhile. */
export type WeighingLane = Lane<number, Settled | null>;

interface Verdict {
  taskId: number;
  seen: number;
  event: (typeof VERDICT_EVENTS)[number];
  answer?: string;
  confidence?: number;
  workerId?: number;
  leaseNo?: number;
  reasonNumber?: number;
  /** What its next answer is to settle. */
  doubt?: Doubt;
  /** What the workers' skills learn from it, if it takes effect. */
  judged?: JudgedAnswer[];
}

/**
 * Weighs what is weighed, many tasks at a time: one read, a decision for each, one statement; then the workers' skills learn
 * from those that were decided. A verdict counts only while the task has the answers it was made from, so several
 * processes may weigh the same one.
 */
export function weighingLane({
  pool,
  clock,
  log,
  nextSkill,
  onSettled,
}: {
  pool: Pool;
  clock: Clock;
  log: Pick<Logger, "warn">;
  /** What can be expected of whoever answers a task of this kind next. */
  nextSkill(kindNumber: number): number;
  onSettled(settled: readonly Settled[]): void;
}): WeighingLane {
  return new Lane<number, Settled | null>({
    name: "weigh",
    run: async (taskIds) => {
      const { rows } = await pool.query<WeighedTaskRow>({
        ...WEIGHED_TASKS_STATEMENT,
        values: idRange(taskIds),
      });
      const skills = new Map<number, number>();
      for (const { kind } of rows) if (!skills.has(kind)) skills.set(kind, nextSkill(kind));
      const verdicts = rows.map((row) => judge(row, clock, skills.get(row.kind)));
      const settled = verdicts.length === 0 ? [] : await settle(pool, clock, verdicts);
      onSettled(settled);
      const byId = new Map(settled.map((result) => [result.taskId, result]));
      const judged = verdicts.flatMap((verdict) => (byId.has(verdict.taskId) ? (verdict.judged ?? []) : []));
      try {
        await learnSkills(pool, "agreement", judged, clock.nowMs());
      } catch (error) {
        // The tasks are settled all the same; what was not learned is lost, and counts for one answer each.
        log.warn({ err: error, answers: judged.length }, "skills did not learn from these answers");
      }
      return taskIds.map((taskId) => byId.get(taskId) ?? null);
    },
  });
}

function judge(row: WeighedTaskRow, clock: Clock, nextSkill: number | undefined): Verdict {
  const { id: taskId, answers_count: seen, recognition: rule, closed_for: closedFor } = row;
  if (closedFor !== null && !(closedFor === EXPIRED && rule.mode === "confidence")) {
    return { taskId, seen, event: "close", reasonNumber: closedFor };
  }
  const posterior = weighStoredAnswers(
    taskKindOf(row.kind),
    row.case_matters,
    (row.answers ?? []).map((answer, i) => ({
      answer,
      skill: skillMean({ right: row.rights?.[i] ?? 0, wrong: row.wrongs?.[i] ?? 0 }),
    })),
  );
  // A task that nobody can be handed any more gets no further answer.
  const isLast = closedFor !== null || row.expires_at.getTime() < clock.nowMs() + HANDOUT_MIN_LEFT_MS;
  const decision = decide(rule, posterior, { isLast, nextSkill });
  const judged = (judgeAnswers(posterior) ?? []).map((rightProbability, i) => ({
    taskId,
    kindNumber: row.kind,
    workerId: row.workers?.[i] ?? 0,
    rightProbability,
  }));
  switch (decision.verdict) {
    case "ask_again":
      return { taskId, seen, event: "ask_again", doubt: doubtOf(posterior) };
    case "disagree":
      return isLast && seen < rule.answersMax
        ? { taskId, seen, event: "close", reasonNumber: EXPIRED }
        : { taskId, seen, event: "disagree", reasonNumber: UNSOLVED_REASONS.bad_duplicates.number, judged };
    case "agree": {
      // Of those who gave this reading the first one's words are delivered, as they were typed.
      const place = decision.best.witnesses[0] ?? 0;
      return {
        taskId,
        seen,
        event: "agree",
        answer: row.answers?.[place] ?? "",
        workerId: row.workers?.[place] ?? 0,
        leaseNo: row.leases?.[place] ?? 0,
        judged,
        ...(rule.mode === "confidence" ? { confidence: decision.best.probability } : {}),
      };
    }
  }
}

const EXPIRED = UNSOLVED_REASONS.nobody_in_time.number;
const EVENT_BY_NUMBER = new Map<number, TaskEventName>(
  VERDICT_EVENTS.map((name) => [EVENTS[name].number, name]),
);

interface VerdictRow {
  id: number;
  account_id: number;
  kind: number;
  event: number;
  next_state: number;
  worker_id: number | null;
  lease_no: number;
  share_micros: number;
  price_micros: number;
  accepted_at: Date;
  answer: string | null;
  reason: number | null;
  has_callback: boolean;
  answers_count: number;
  confidence: number | null;
}

async function settle(pool: Pool, clock: Clock, verdicts: readonly Verdict[]): Promise<Settled[]> {
  const { rows } = await pool.query<VerdictRow>({
    ...VERDICT_STATEMENT,
    values: [
      ...idRange(verdicts.map(({ taskId }) => taskId)),
      numberArray(verdicts.map(({ seen }) => seen)),
      numberArray(verdicts.map(({ event }) => EVENTS[event].number)),
      verdicts.map(({ answer }) => answer ?? null),
      numberArray(verdicts.map(({ confidence }) => confidence ?? null)),
      numberArray(verdicts.map(({ workerId }) => workerId ?? null)),
      numberArray(verdicts.map(({ leaseNo }) => leaseNo ?? null)),
      numberArray(verdicts.map(({ reasonNumber }) => reasonNumber ?? null)),
      new Date(clock.nowMs()),
      // An array of arrays would have to be of one length.
      verdicts.map(({ doubt }) => (doubt ? `{${doubt.join(",")}}` : null)),
    ],
  });
  return rows.map((row) => ({
    taskId: row.id,
    accountId: row.account_id,
    kindNumber: row.kind,
    event: EVENT_BY_NUMBER.get(row.event) as TaskEventName,
    stateNumber: row.next_state,
    workerId: row.worker_id,
    leaseNo: row.lease_no,
    leaseUntilMs: null,
    shareMicros: row.share_micros,
    priceMicros: row.price_micros,
    acceptedAtMs: row.accepted_at.getTime(),
    answer: row.answer,
    reasonNumber: row.reason,
    hasCallback: row.has_callback,
    answersCount: row.answers_count,
    confidence: row.confidence,
  }));
}
