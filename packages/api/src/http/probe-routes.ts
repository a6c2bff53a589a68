import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkReadiness } from "@sightline/domain/maintenance/check-readiness";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { AppOptions } from "./app-options";
import { DATA_HEADERS } from "./security-headers";

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })).min(1) });

/** `/healthz`: this process answers. `/readyz`: it can do its work, or the reasons why not with status 503. */
export async function registerProbes(app: FastifyInstance, { ctx, config }: AppOptions): Promise<void> {
  const newestMigrationMs = await readNewestMigration(config.migrationsFolder);

  app.get("/healthz", async (_request, reply) => reply.headers(DATA_HEADERS).send({ status: "ok" }));

  app.get("/readyz", async (_request, reply) => {
    const problems = await checkReadiness(ctx, { newestMigrationMs });
    const status = problems.length === 0 ? "ready" : "not_ready";
    return reply
      .code(problems.length === 0 ? 200 : 503)
      .headers(DATA_HEADERS)
      .send({ status, problems });
  });
}

/** When the newest migration was made, as drizzle's journal and its table in the database both say. */
async function readNewestMigration(migrationsFolder: string): Promise<number> {
  const journal: unknown = JSON.parse(
    await readFile(join(migrationsFolder, "meta", "_journal.json"), "utf8"),
  );
  return Math.max(...journalSchema.parse(journal).entries.map(({ when }) => when));
}
