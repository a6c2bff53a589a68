import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { WorkEvent } from "@sightline/contract/work";
import type { DomainContext } from "@sightline/domain/context";
import type { Domain } from "@sightline/domain/create-domain";
import { LOAD_MAX } from "@sightline/domain/dispatch/load-bound";
import type { Seat } from "@sightline/domain/dispatch/seat";
import { readStandings } from "@sightline/domain/maintenance/keep-floor";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { createTask } from "@sightline/domain/tasks/create-task";
import { getTaskResult } from "@sightline/domain/tasks/get-task-result";
import { buildAccount, buildDomain } from "@sightline/domain/testing/builders";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RULE } from "./laboratory";
import { runEngine } from "./run-engine";
import { SeededRandom } from "./seeded-random";
import { answerAlways, drawCrowd, drawPictures, type SimulatedWorker } from "./world";

const TASKS = 200;
const AT_ONCE = 20;
const LABORATORY_RUNS = 20;
/** Learning late and choosing among fewer may cost a little; single answers miss twenty times as much. */
const SAME_WITHIN = 0.01;
/** Once in so many runs a server that keeps to that may fail here. */
const FAILS_ONCE_IN = 1e7;

const database = useTestDatabase();
const pictures = drawPictures(TASKS, new SeededRandom(71));
const crowd = drawCrowd({ size: 40, a: 8, b: 2, spammers: 0 }, new SeededRandom(72));
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;

beforeAll(async () => {
  ({ domain, ctx, clock } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

/** Answers what comes to this seat until it is closed; returns how many that were. */
async function work(worker: SimulatedWorker, seat: Seat): Promise<number> {
  let answered = 0;
  for await (const event of seat.events(new AbortController().signal)) {
    for (const { taskId, leaseNo, widthPx } of tasksOf(event)) {
      // A picture is as wide as its number, so that whoever gets it knows which one it is.
      const text = answerAlways(worker, pictures, widthPx - 1);
      const act = { taskId, leaseNo, act: "answer", text, graceMs: 0 } as const;
      const { results } = await actOnTasks(ctx, seat.workerId, [act]);
      if (results[0]?.outcome === "done") answered++;
    }
  }
  return answered;
}

function tasksOf(event: WorkEvent) {
  return event.type === "hello" ? event.tasks : event.type === "assign" ? [event.task] : [];
}

/** What the real core delivers for the picture of this number, and from how many answers. */
async function solve(accountId: number, at: number) {
  const file = { bytes: Buffer.alloc(200), mediaType: "image/png", widthPx: at + 1, heightPx: 9 } as const;
  const reply = await createTask(ctx, { accountId, kind: "image", file, params: {}, recognition: RULE });
  if (!reply.ok) throw new Error(reply.code);
  const result = await getTaskResult(ctx, { accountId, taskId: reply.taskId, waitMs: 60_000 });
  return result.state === "answered" ? result : null;
}

test("simulated workers bring the real core as many right answers as the laboratory, from as many", async () => {
  const price = TASK_KINDS.image.seedPriceMicros;
  const customer = await buildAccount(ctx, { amountMicros: TASKS * RULE.answersMax * price });
  const seats: Seat[] = [];
  const working = [];
  for (const worker of crowd) {
    const workerId = await buildAccount(ctx, { role: "worker" });
    const seat = ctx.floor.openSeat(workerId, "tab", false);
    if (!seat) throw new Error("the seat is taken");
    seats.push(seat);
    working.push(work(worker, seat));
    await ctx.floor.sayHello(seat);
  }
  let right = 0;
  let answers = 0;
  for (let from = 0; from < TASKS; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, i) => from + i);
    const results = await Promise.all(numbers.map((at) => solve(customer, at)));
    right += results.filter((result, i) => result?.answer === pictures[from + i]?.truth).length;
    answers += results.reduce((sum, result) => sum + (result?.answersCount ?? RULE.answersMax), 0);
    // As each five seconds on a running server: what was learned meanwhile decides who gets the next ones.
    clock.advance(1_000);
    await readStandings.runOnce(ctx);
  }
  for (const seat of seats) ctx.floor.leaveSeat(seat);
  const loads = await Promise.all(working);

  const laboratory = Array.from({ length: LABORATORY_RUNS }, (_, i) =>
    runEngine(pictures, crowd, RULE, new SeededRandom(73 + i)),
  ).flatMap(({ outcomes }) => outcomes);
  const share = laboratory.filter((outcome) => outcome.right).length / laboratory.length;
  const answersThere = laboratory.reduce((sum, outcome) => sum + outcome.answers, 0) / laboratory.length;
  expect(TASKS - right).toBeLessThanOrEqual(mostMisses(TASKS, 1 - share + SAME_WITHIN, 1 / FAILS_ONCE_IN));
  expect(answers / TASKS).toBeLessThan(answersThere * 1.3);
  expect(Math.max(...loads)).toBeLessThan((LOAD_MAX + 1) * (answers / crowd.length));
});

/** Of `count` draws that miss with this chance, the number of misses that is exceeded with less than `risk`. */
function mostMisses(count: number, chance: number, risk: number): number {
  let exactly = (1 - chance) ** count;
  let atMost = exactly;
  let misses = 0;
  while (1 - atMost > risk && misses < count) {
    exactly *= (((count - misses) / (misses + 1)) * chance) / (1 - chance);
    atMost += exactly;
    misses++;
  }
  return misses;
}
