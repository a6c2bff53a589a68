import { STAGES } from "@sightline/contract/score";
import type { DomainContext } from "../context";
import { seatStandings } from "../dispatch/seat-standings";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import { goldShare } from "../quality/gold-share";
import { NO_EVIDENCE } from "../quality/skill";
import { isFinal } from "../tasks/states";
import type { Settled } from "../tasks/task-lanes";
import { nextLesson } from "../workers/next-lesson";
import type { JudgedShowing } from "./judge-showings";
import { queueFor } from "./queue-for";
import { tellLesson } from "./tell-lesson";

/**
 * What settled events mean for gold: after each answer it is left to chance whether the worker's next task of this kind
 * is one, so that nothing tells in advance and nothing must be remembered; and gold tasks that ended are judged.
 */
export function followSettledForGold(ctx: DomainContext, settled: readonly Settled[]): void {
  for (const event of settled) {
    if (event.accountId === PLATFORM_ACCOUNTS.gold && isFinal(event.stateNumber))
      judgeSoon(ctx, event.taskId);
    if (event.event === "answer" || event.event === "answer_finally") perhapsHandOut(ctx, event);
  }
}

function perhapsHandOut(ctx: DomainContext, { workerId, kindNumber }: Settled): void {
  if (workerId === null || !ctx.gold.has(kindNumber)) return;
  const seat = ctx.floor.seatOf(workerId);
  if (!seat || seat.onlyOwn || seat.standing.lessons.has(kindNumber)) return;
  if (ctx.gold.chance() >= goldShare(seat.standing.evidence.get(kindNumber) ?? NO_EVIDENCE)) return;
  ctx.gold.handOut
    .push({ workerId, kindNumber, stage: STAGES.full })
    .then((taskId) => taskId !== null && queueFor(ctx, workerId, taskId))
    .catch((error) => ctx.log.warn({ err: error }, "a worker gets no gold task this time"));
}

/** What is not judged here is found by the service. */
function judgeSoon(ctx: DomainContext, taskId: number): void {
  ctx.gold.judge
    .push(taskId)
    .then(async (showing) => {
      if (showing !== null) await followJudged(ctx, showing);
    })
    .catch((error) => ctx.log.warn({ err: error, taskId }, "a gold task is judged later"));
}

async function followJudged(ctx: DomainContext, showing: JudgedShowing): Promise<void> {
  const seat = ctx.floor.seatOf(showing.workerId);
  if (!seat) return;
  if (seat.ownTaskId === showing.taskId) seat.ownTaskId = null;
  if (showing.stage >= STAGES.probation) return;
  if (showing.progress) {
    if (showing.progress.stage !== showing.progress.before) await seatStandings(ctx, [seat]);
    seat.push(tellLesson(showing, showing.progress));
  }
  await nextLesson(ctx, seat);
}
