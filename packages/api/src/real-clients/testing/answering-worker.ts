import type { Solution } from "@sightline/contract/answers";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { Assignment, WorkEvent } from "@sightline/contract/work";
import type { DomainContext } from "@sightline/domain/context";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";

export type GivenAnswer = string | Solution;

/** What a worker answers to each kind: always the same, so that a test knows what its client must hand out. */
export const ANSWERS: Readonly<Record<TaskKind, GivenAnswer>> = {
  image: "W7K2P",
  text: "friday",
  grid: { shape: "cells", cells: [8, 3] },
  points: {
    shape: "points",
    points: [
      { x: 200, y: 60 },
      { x: 90, y: 150 },
    ],
  },
  draw: {
    shape: "areas",
    areas: [
      [
        { x: 220, y: 120 },
        { x: 270, y: 120 },
        { x: 270, y: 170 },
        { x: 220, y: 170 },
      ],
    ],
  },
  box: { shape: "boxes", boxes: [{ xMin: 220, xMax: 270, yMin: 120, yMax: 170 }] },
  rotate: { shape: "angles", angles: [40] },
  audio: "seven two nine",
  recaptcha_v2: token("v2"),
  recaptcha_v3: token("v3"),
  hcaptcha: { ...token("h"), respKey: "E0_key" },
  funcaptcha: token("f|r=eu|sup=1"),
};

function token(text: string) {
  return { shape: "token" as const, token: `token-${text}`, userAgent: "Mozilla/5.0 (worker)" };
}

/** Kinds that the worker calls unreadable from now on, until they are taken out again. */
export interface AnsweringWorker {
  readonly unreadable: Set<TaskKind>;
  close(): void;
}

/** Three workers at work: each answers at once whatever it is handed, through the verbs behind the work screen. */
export async function seatAnsweringWorkers(ctx: DomainContext): Promise<AnsweringWorker> {
  const unreadable = new Set<TaskKind>();
  const seats: WorkerSeat[] = [];
  let open = true;
  for (let i = 0; i < 3; i++) {
    const workerId = await buildAccount(ctx, { role: "worker" });
    // Some clients ask for a score by themselves.
    await ctx.pool.query(
      "insert into worker_v3_score (worker_id, consented_at, score) values ($1, now(), 0.9)",
      [workerId],
    );
    const worker = await WorkerSeat.open(ctx, workerId);
    seats.push(worker);
    void (async () => {
      while (open) {
        const task = nextTask(worker.seen);
        if (task) await answer(ctx, workerId, task, unreadable);
        else await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    })();
  }
  return {
    unreadable,
    close() {
      open = false;
      for (const seat of seats) seat.close();
    },
  };
}

const LOOK_EVERY_MS = 10;

function nextTask(seen: WorkEvent[]): Assignment | null {
  for (const event of seen.splice(0)) {
    if (event.type === "assign") return event.task;
  }
  return null;
}

async function answer(
  ctx: DomainContext,
  workerId: number,
  { kind, taskId, leaseNo }: Assignment,
  unreadable: ReadonlySet<TaskKind>,
): Promise<void> {
  const given = ANSWERS[kind];
  const said = typeof given === "string" ? { text: given } : { solution: given };
  await actOnTasks(ctx, workerId, [
    unreadable.has(kind)
      ? { act: "unreadable", taskId, leaseNo }
      : { act: "answer", taskId, leaseNo, graceMs: 0, ...said },
  ]);
}
