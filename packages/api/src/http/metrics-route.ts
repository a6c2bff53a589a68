import { viewChain } from "@sightline/domain/chain/view-chain";
import { ledgerDifference } from "@sightline/domain/ledger/view-proof";
import { readTaskFigures } from "@sightline/domain/tasks/task-figures";
import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { AppOptions } from "./app-options";
import { DATA_HEADERS } from "./security-headers";

const PREFIX = "sightline_";

/** `/metrics` for Prometheus. What the database knows is asked when somebody asks, at most once at a time. */
export function registerMetrics(app: FastifyInstance, options: AppOptions): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  measureTasks(registry, options);
  measureMoney(registry, options);
  measureFloor(registry, options);
  measureRequestLog(registry, options);

  let running: Promise<string> | null = null;
  app.get("/metrics", async (_request, reply) => {
    running ??= registry.metrics().finally(() => {
      running = null;
    });
    const body = await running;
    return reply.headers(DATA_HEADERS).header("content-type", registry.contentType).send(body);
  });
}

function measureTasks(registry: Registry, { ctx }: AppOptions): void {
  new Gauge({
    name: `${PREFIX}queue_oldest_seconds`,
    help: "How long the oldest queued task has waited",
    labelNames: ["kind"],
    registers: [registry],
    async collect() {
      const { oldestQueued } = await readTaskFigures(ctx);
      for (const { kind, waitedMs } of oldestQueued) this.set({ kind }, waitedMs / 1_000);
    },
  });
  new Counter({
    name: `${PREFIX}tasks_total`,
    help: "Tasks that have ended in this process, by outcome",
    labelNames: ["kind", "outcome"],
    registers: [registry],
    async collect() {
      const { ended } = await readTaskFigures(ctx);
      this.reset();
      for (const { kind, outcome, count } of ended) this.inc({ kind, outcome }, count);
    },
  });
}

function measureMoney(registry: Registry, { ctx }: AppOptions): void {
  new Gauge({
    name: `${PREFIX}ledger_difference_micros`,
    help: "What the checks of the ledger found, and holds differ from open tasks by; anything but 0 is a fault",
    registers: [registry],
    async collect() {
      this.set(await ledgerDifference(ctx));
    },
  });
  new Gauge({
    name: `${PREFIX}chain_deep_reorganisation_seconds`,
    help: "When blocks with all their confirmations last changed, in seconds since 1970; 0 for never",
    registers: [registry],
    async collect() {
      const chain = await viewChain(ctx);
      this.set((chain?.deepReorgAtMs ?? 0) / 1_000);
    },
  });
}

function measureRequestLog(registry: Registry, { ctx }: AppOptions): void {
  new Counter({
    name: `${PREFIX}request_log_dropped_total`,
    help: "Calls that this process left out of the request log because more came than could be written",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(ctx.requestLog.dropped);
    },
  });
}

function measureFloor(registry: Registry, { ctx }: AppOptions): void {
  new Gauge({
    name: `${PREFIX}workers_connected`,
    help: "Workers whose stream this process holds",
    registers: [registry],
    collect() {
      this.set(ctx.floor.size);
    },
  });
}
