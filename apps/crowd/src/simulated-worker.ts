import { setTimeout as sleep } from "node:timers/promises";
import type { TaskAnswer } from "@sightline/contract/answers";
import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import type { Assignment, WorkAct, WorkEvent } from "@sightline/contract/work";
import { answerDelayMs } from "./answer-delay";
import type { Reader } from "./answer-picture";
import { answerTask } from "./answer-task";
import { CrowdSession } from "./crowd-session";
import { Hands } from "./hands";

const TAB_ID = "crowd";
/** A person who has taken the seat over is left in peace for this long. */
const SEAT_RETRY_MS = 30_000;
const RECONNECT_MIN_MS = 500;
const RECONNECT_MAX_MS = 10_000;
/** Nobody types on until the very end of a lease. */
const LEASE_RESERVE_MS = 2_000;
const SEND_TRIES_MAX = 5;
const SEND_RETRY_MS = 1_000;

export interface SimulatedWorkerOptions {
  url: string;
  email: string;
  password: string;
  reader: Reader;
  /** How many times as fast as people. */
  speed: number;
  signal: AbortSignal;
  log(line: string): void;
}

/**
 * Works as a person at the work screen would until `signal` ends it: logs in, holds the stream, looks at each picture
 * for a while, answers. Whatever breaks, it waits a little and comes again; what it held meanwhile is handed out anew
 * by the server. Never rejects.
 */
export async function simulateWorker(options: SimulatedWorkerOptions): Promise<void> {
  const { signal, log, email } = options;
  let waitMs = RECONNECT_MIN_MS;
  let said = "";
  while (!signal.aborted) {
    const startedMs = Date.now();
    let seatTaken = false;
    try {
      seatTaken = await workOneSitting(options);
    } catch (error) {
      const line = `${email}: ${error instanceof Error ? error.message : String(error)}`;
      // A server that is away would otherwise fill the log with one and the same line.
      if (!signal.aborted && line !== said) log(line);
      said = line;
    }
    // A sitting that lasted says that nothing is wrong in general.
    waitMs =
      Date.now() - startedMs > RECONNECT_MAX_MS ? RECONNECT_MIN_MS : Math.min(waitMs * 2, RECONNECT_MAX_MS);
    await pause(seatTaken ? SEAT_RETRY_MS : waitMs * (0.5 + Math.random()), signal);
  }
}

/** From log-in to the end of the stream; true when another tab has taken the seat. */
async function workOneSitting(options: SimulatedWorkerOptions): Promise<boolean> {
  const session = new CrowdSession(options.url);
  await session.logIn(options.email, options.password);
  const hands = new Hands();
  const over = new AbortController();
  let wake: () => void = () => {};
  let seatTaken = false;
  over.signal.addEventListener("abort", () => wake(), { once: true });
  const leave = () => over.abort();
  options.signal.addEventListener("abort", leave, { once: true });
  const stream = followStream(session, over.signal, (event) => {
    seatTaken = hands.take(event).seatTaken;
    if (seatTaken) leave();
    wake();
  }).finally(leave);
  const work = workWhileAny(options, session, hands, over.signal, (resolve) => {
    wake = resolve;
  }).finally(leave);
  try {
    await Promise.all([stream, work]);
  } finally {
    options.signal.removeEventListener("abort", leave);
  }
  return seatTaken;
}

/** Works on what is at hand and sleeps while there is nothing; `onSleep` gets what wakes it. */
async function workWhileAny(
  options: SimulatedWorkerOptions,
  session: CrowdSession,
  hands: Hands,
  signal: AbortSignal,
  onSleep: (wake: () => void) => void,
): Promise<void> {
  while (!signal.aborted) {
    const { next } = hands;
    if (next) await workOn(options, session, hands, next, signal);
    else await new Promise<void>(onSleep);
  }
}

/** Settles when the stream is over: rejects when it broke for good, for short cuts the library connects again. */
function followStream(
  { client }: CrowdSession,
  signal: AbortSignal,
  onEvent: (event: WorkEvent) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const subscription = client.work.stream.subscribe(
      { tabId: TAB_ID, kinds: TASK_KIND_NAMES },
      {
        onData: ({ data }) => onEvent(data),
        onComplete: () => resolve(),
        onError: (error) => reject(error),
      },
    );
    signal.addEventListener(
      "abort",
      () => {
        subscription.unsubscribe();
        resolve();
      },
      { once: true },
    );
  });
}

async function workOn(
  { reader, speed }: SimulatedWorkerOptions,
  session: CrowdSession,
  hands: Hands,
  task: Assignment,
  signal: AbortSignal,
): Promise<void> {
  const { taskId, leaseNo } = task;
  const picture = task.imageUrl === null ? null : await session.picture(task.imageUrl);
  const answer = answerTask(reader, task, picture);
  const leaseLeftMs = Math.max(task.leaseMs - LEASE_RESERVE_MS, 0);
  await pause(Math.min(answerDelayMs(reader.random, speed), leaseLeftMs), signal);
  if (signal.aborted || !hands.holds(task)) return;
  await send(session, toAct({ taskId, leaseNo }, answer), signal);
  hands.drop(task);
}

function toAct(lease: { taskId: number; leaseNo: number }, answer: TaskAnswer | null): WorkAct {
  if (answer === null) return { ...lease, act: "pass" };
  const given = answer.shape === "text" ? { text: answer.text } : { solution: answer };
  return { ...lease, act: "answer", ...given, graceMs: 0 };
}

/** Sends until somebody has heard it: the server knows an act by its lease, so none counts twice. */
async function send({ client }: CrowdSession, act: WorkAct, signal: AbortSignal): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.work.act.mutate({ acts: [act] });
      return;
    } catch (error) {
      if (signal.aborted || tries >= SEND_TRIES_MAX) throw error;
      await pause(SEND_RETRY_MS, signal);
    }
  }
}

/** Returns early, without an error, when the signal comes. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
