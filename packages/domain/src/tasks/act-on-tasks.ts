import { answerBreach } from "@sightline/contract/answer-breach";
import { ANSWER_MAX_LENGTH, normalizeAnswerText } from "@sightline/contract/answer-text";
import { type Solution, storeAnswer, type TaskAnswer } from "@sightline/contract/answers";
import { isChallenge, taskKindOf } from "@sightline/contract/task-kinds";
import { isWidgetAct } from "@sightline/contract/widget-acts";
import type { ActOutcome, ActResult, ActsReply, WorkAct } from "@sightline/contract/work";
import type { DomainContext } from "../context";
import { readHeldTasks } from "../dispatch/held-tasks";
import type { HeldTask } from "../dispatch/seat";
import { rememberRefusedPair } from "../sites/remember-refused-pair";
import type { TaskEventName } from "./states";
import type { Settled, SettleItem } from "./task-lanes";
import { whyRefused } from "./why-refused";

/**
 * Does what a worker did, in the order in which it was done: answers, passes, votes, reports. Each act counts once,
 * however often it is sent. With an act go, in the same commit, what follows from it: earlier answers that could
 * still be taken back become final, and the clock of the task ahead starts.
 *
 * Works in any process, whether or not the worker's stream is held here.
 */
export async function actOnTasks(
  ctx: DomainContext,
  workerId: number,
  acts: readonly WorkAct[],
): Promise<ActsReply> {
  const hands = await handsOf(ctx, workerId);
  const groups = acts.map((act) => toGroup(act, workerId, hands));
  const settled = await Promise.all(
    groups.map(async (group) => (group.items.length > 0 ? ctx.lanes.settle.push(group.items) : null)),
  );
  const results: ActResult[] = [];
  for (const [i, act] of acts.entries()) {
    const outcome = groups[i]?.refusal ?? (settled[i]?.[0] ? "done" : await whyRefused(ctx, workerId, act));
    if ((act.act === "key_refused" || act.act === "domain_refused") && outcome === "done")
      await rememberRefusedPair(ctx, act.taskId);
    results.push({ taskId: act.taskId, leaseNo: act.leaseNo, outcome });
  }
  if (!ctx.floor.seatOf(workerId)) ctx.hints.handsChanged(workerId);
  return { serverNowMs: ctx.clock.nowMs(), results, started: lastStarted(settled) };
}

interface Hands {
  current: HeldTask | null;
  ahead: HeldTask[];
  given: HeldTask[];
}

/** What the worker holds: by this process's memory when the seat is here, by the table otherwise. A copy. */
async function handsOf(ctx: DomainContext, workerId: number): Promise<Hands> {
  const seat = ctx.floor.seatOf(workerId);
  if (seat?.ready) return { current: seat.current, ahead: [...seat.ahead], given: [...seat.given] };
  const held = (await readHeldTasks(ctx.pool, [workerId])).get(workerId);
  return held ?? { current: null, ahead: [], given: [] };
}

type Group = { refusal: ActOutcome; items: [] } | { refusal: null; items: SettleItem[] };

function toGroup(act: WorkAct, workerId: number, hands: Hands): Group {
  const { taskId, leaseNo } = act;
  let event: TaskEventName;
  let answer: string | undefined;
  if (act.act === "answer") {
    const given = answerOf(act);
    if (typeof given === "string") return { refusal: given, items: [] };
    const held = [hands.current, ...hands.ahead].find((task) => task?.taskId === taskId);
    const breach = held ? answerBreach({ ...held, kind: taskKindOf(held.kindNumber) }, given) : null;
    if (breach) return { refusal: breach, items: [] };
    event = act.graceMs === 0 ? "answer_finally" : "answer";
    answer = storeAnswer(given);
  } else {
    if (isWidgetAct(act.act)) {
      const held = [hands.current, ...hands.ahead].find((task) => task?.taskId === taskId);
      // One that is not in hands any more may have counted before, which the table knows.
      if (!held) return { refusal: null, items: [] };
      if (!isChallenge(taskKindOf(held.kindNumber))) return { refusal: "not_yours", items: [] };
    }
    event = act.act;
  }
  const items: SettleItem[] = [
    { taskId, workerId, leaseNo, event, ...(answer === undefined ? {} : { answer }) },
  ];
  for (const earlier of hands.given) {
    if (earlier.taskId === taskId) continue;
    items.push({ taskId: earlier.taskId, workerId, leaseNo: earlier.leaseNo, event: "confirm" });
  }
  moveOn(act, hands, items, workerId);
  return { refusal: null, items };
}

/** What the act answers, in the form in which it is stored; or why it is no answer at all. */
function answerOf(act: Extract<WorkAct, { act: "answer" }>): TaskAnswer | ActOutcome {
  if (act.solution) return orderCells(act.solution);
  const typed = act.text ?? "";
  const text = normalizeAnswerText(typed);
  if (text === null) {
    if (typed.length > ANSWER_MAX_LENGTH) return "too_long";
    return typed.isWellFormed() ? "empty" : "wrong_shape";
  }
  return { shape: "text", text };
}

/** Cells are delivered ascending, whatever order they were chosen in; points keep theirs. */
function orderCells(solution: Solution): Solution {
  if (solution.shape !== "cells") return solution;
  return { ...solution, cells: [...solution.cells].sort((a, b) => a - b) };
}

/** Follows in the copied hands what the act does, so that the next act of the same call sees it. */
function moveOn(act: WorkAct, hands: Hands, items: SettleItem[], workerId: number): void {
  const acted = [hands.current, ...hands.ahead].find((task) => task?.taskId === act.taskId);
  hands.given = act.act === "answer" && act.graceMs !== 0 && acted ? [acted] : [];
  hands.ahead = hands.ahead.filter((task) => task !== acted);
  if (acted && hands.current !== acted && hands.current !== null) return;
  const next = hands.ahead.shift() ?? null;
  hands.current = next;
  if (next) items.push({ taskId: next.taskId, workerId, leaseNo: next.leaseNo, event: "start" });
}

function lastStarted(settled: readonly ((Settled | null)[] | null)[]): ActsReply["started"] {
  const started = settled.flatMap((group) => group ?? []).filter((row) => row?.event === "start");
  const last = started.at(-1);
  if (!last || last.leaseUntilMs === null) return null;
  return { taskId: last.taskId, leaseNo: last.leaseNo, leaseUntilMs: last.leaseUntilMs };
}
