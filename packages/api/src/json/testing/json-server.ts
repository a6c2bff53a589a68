import type { AddressInfo } from "node:net";
import type { Solution } from "@sightline/contract/answers";
import type { DomainContext } from "@sightline/domain/context";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { buildAccount, buildApiKey, buildDomain } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { fastify } from "fastify";
import type { BodyLimits } from "../../legacy/read-body";
import { exchange, type RawAnswer, request } from "../../legacy/testing/exchange";
import { registerJsonApi } from "../register-json-api";

/** The JSON API on a port of its own. */
export interface JsonServer {
  port: number;
  ctx: DomainContext;
  clock: MovableClock;
  /** A new customer with a dollar, as most tests want one of their own. */
  newCustomer(amountMicros?: number): Promise<{ accountId: number; key: string }>;
  /** Posts these bytes, or this object as JSON. */
  post(path: string, body: object | string | Buffer, headers?: Record<string, string>): Promise<RawAnswer>;
  /** The same, and what the answer's JSON holds. */
  call(path: string, body: object, headers?: Record<string, string>): Promise<Record<string, unknown>>;
  /** A worker takes the next queued task and answers it for good. */
  answer(answer: { text: string } | { solution: Solution }): Promise<void>;
  reportContent(): Promise<void>;
  closeApp(): Promise<void>;
  stop(): Promise<void>;
}

export async function startJsonServer(
  databaseUrl: string,
  options: Partial<BodyLimits> = {},
): Promise<JsonServer> {
  const { domain, ctx, clock } = await buildDomain(databaseUrl);
  const app = fastify({ trustProxy: "127.0.0.1", forceCloseConnections: "idle" });
  registerJsonApi(app, ctx, options);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;

  const post: JsonServer["post"] = (path, body, headers = {}) => {
    const bytes = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return exchange(port, request(`POST ${path}`, { "Content-Type": "application/json", ...headers }, bytes));
  };
  const work = async (
    act: { act: "report_content" } | { act: "answer"; text: string } | { act: "answer"; solution: Solution },
  ): Promise<void> => {
    const workerId = await buildAccount(ctx, { role: "worker" });
    const worker = await WorkerSeat.open(ctx, workerId);
    await worker.next("hello");
    const { task } = await worker.next("assign");
    const grace = act.act === "answer" ? ({ graceMs: 0 } as const) : {};
    const reply = await actOnTasks(ctx, workerId, [
      { taskId: task.taskId, leaseNo: task.leaseNo, ...act, ...grace },
    ]);
    worker.close();
    const outcome = reply.results[0]?.outcome;
    if (outcome !== "done") throw new Error(`the act was not taken: ${outcome}`);
  };
  return {
    port,
    ctx,
    clock,
    post,
    async newCustomer(amountMicros = 1_000_000) {
      const accountId = await buildAccount(ctx, { amountMicros });
      return { accountId, key: await buildApiKey(ctx, accountId) };
    },
    call: async (path, body, headers) =>
      JSON.parse((await post(path, body, headers)).body) as Record<string, unknown>,
    answer: (answer) => work({ act: "answer", ...answer }),
    reportContent: () => work({ act: "report_content" }),
    closeApp: () => app.close(),
    async stop() {
      await app.close();
      await domain.stop();
    },
  };
}
