import { randomBytes } from "node:crypto";
import type { TaskKind } from "@sightline/contract/task-kinds";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { registerCallbackHost } from "../callbacks/register-host";
import type { DomainContext } from "../context";
import { CLAIM_STATEMENT } from "../tasks/claim-statement";
import { createTask } from "../tasks/create-task";
import { EVENTS } from "../tasks/states";
import { buildAccount, buildDomain } from "./builders";
import { type NameServer, startNameServer } from "./name-server";
import { type Receiver, startReceiver } from "./receiver";

interface CallbackRow {
  state: number;
  attempts: number;
  next_attempt_at: Date | null;
  last_status: number | null;
  last_failure: string | null;
}

/**
 * A domain, a worker and, anew for each test, a customer whose receiver on loopback is registered. Every name that
 * is not localhost means loopback, until a test says otherwise. Filled before the first test.
 */
export interface CallbackDesk {
  databaseUrl: string;
  ctx: DomainContext;
  clock: MovableClock;
  names: NameServer;
  receiver: Receiver;
  customer: number;
  url: string;
  submit(kind?: TaskKind, callbackUrl?: string): Promise<number>;
  /** A worker has the task and answers it for good. */
  answer(taskId: number, stored: string): Promise<void>;
  /** A task from its submission to its answer. */
  finish(text?: string, callbackUrl?: string): Promise<number>;
  rowOf(taskId: number): Promise<CallbackRow | undefined>;
  /** What the service does each second, to its end. */
  look(): Promise<void>;
}

export function useCallbackDesk(): CallbackDesk {
  const database = useTestDatabase();
  const desk = {} as CallbackDesk;
  let stop: (() => Promise<void>) | undefined;
  let worker = 0;

  beforeAll(async () => {
    const names = await startNameServer(() => ["127.0.0.1"]);
    const { domain, ctx, clock } = await buildDomain(database.url, {
      outbound: { allowLoopback: true, dnsServers: [names.address], connectMs: 500, totalMs: 800 },
    });
    stop = async () => {
      await domain.stop();
      await names.stop();
    };
    worker = await buildAccount(ctx, { role: "worker" });
    Object.assign(desk, { databaseUrl: database.url, ctx, clock, names });
  });
  afterAll(() => stop?.());

  beforeEach(async () => {
    desk.receiver = await startReceiver();
    desk.customer = await buildAccount(desk.ctx, { amountMicros: 1_000_000 });
    desk.url = `http://localhost:${desk.receiver.port}/done?shop=7`;
    await registerCallbackHost(desk.ctx, {
      accountId: desk.customer,
      addr: "localhost",
      callerAddress: "127.0.0.1",
    });
  });
  afterEach(async () => {
    await desk.ctx.courier.settled();
    await desk.ctx.pool.query("update callback set state = 3, next_attempt_at = null where state = 1");
    await desk.receiver.stop();
  });

  desk.submit = async (kind = "image", callbackUrl = desk.url) => {
    const reply = await createTask(desk.ctx, {
      accountId: desk.customer,
      kind,
      file: { bytes: randomBytes(200), mediaType: "image/png", widthPx: 100, heightPx: 40 },
      params: {},
      callbackUrl,
    });
    if (!reply.ok) throw new Error(reply.code);
    return reply.taskId;
  };
  desk.answer = async (taskId, stored) => {
    await desk.ctx.hotPool.query({
      ...CLAIM_STATEMENT,
      values: [[taskId], [worker], [EVENTS.assign.number], new Date(desk.clock.nowMs())],
    });
    const [settled] = await desk.ctx.lanes.settle.push([
      { taskId, workerId: worker, leaseNo: 1, event: "answer_finally", answer: stored },
    ]);
    if (!settled) throw new Error("the answer was refused");
  };
  desk.finish = async (text = "KX 482", callbackUrl = desk.url) => {
    const taskId = await desk.submit("image", callbackUrl);
    await desk.answer(taskId, text);
    return taskId;
  };
  desk.rowOf = async (taskId) => {
    const { rows } = await desk.ctx.pool.query<CallbackRow>(
      "select state, attempts, next_attempt_at, last_status, last_failure from callback where task_id = $1",
      [taskId],
    );
    return rows[0];
  };
  desk.look = async () => {
    await desk.ctx.courier.look();
    await desk.ctx.courier.settled();
  };
  return desk;
}
