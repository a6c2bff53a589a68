import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Authentication } from "@sightline/domain/auth/authentication";
import type { DomainContext } from "@sightline/domain/context";
import { buildAuthentication } from "@sightline/domain/testing/build-person";
import { buildDomain } from "@sightline/domain/testing/builders";
import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import type { AppOptions } from "../http/app-options";
import { createApp } from "../http/create-app";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../../../drizzle", import.meta.url));

/** Filled before the first test. */
export interface TestApp {
  app: FastifyInstance;
  origin: string;
  ctx: DomainContext;
  auth: Authentication;
  clock: MovableClock;
}

/** The whole app, listening on a free port, on a database of the test file's own. */
export function useTestApp(
  options: { webRoot?: string; config?: Partial<AppOptions["config"]> } = {},
): TestApp {
  const database = useTestDatabase();
  const test = {} as TestApp;
  let stopDomain: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const { domain, ctx, clock } = await buildDomain(database.url);
    stopDomain = () => domain.stop();
    const auth = buildAuthentication(ctx);
    const config = {
      publicUrl: "http://localhost:3000",
      trustedProxies: [],
      migrationsFolder: MIGRATIONS_FOLDER,
      ...options.config,
    };
    const app = await createApp({ ctx, auth, config, webRoot: options.webRoot ?? null });
    const origin = await app.listen({ port: 0, host: "127.0.0.1" });
    Object.assign(test, { app, origin, ctx, auth, clock });
  });

  afterAll(async () => {
    await test.app?.close();
    await stopDomain?.();
  });
  return test;
}

/** A folder as the build of the web app leaves it. */
export function writeWebRoot(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "sightline-web-"));
  mkdirSync(join(root, "assets"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

export interface CallReply {
  status: number;
  headers: Headers;
  data: unknown;
  error: { message: string; data: { code: string; requestId: string | null; issues: unknown[] } } | undefined;
}

/** One call of a procedure as the web app makes it. */
export async function callProcedure(
  origin: string,
  path: string,
  {
    input,
    cookie,
    type = "mutation",
  }: { input?: unknown; cookie?: string | null; type?: "query" | "mutation" } = {},
): Promise<CallReply> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (cookie) headers.cookie = cookie;
  const json = input === undefined ? undefined : JSON.stringify(input);
  const query = type === "query" && json !== undefined ? `?input=${encodeURIComponent(json)}` : "";
  const init: RequestInit = { method: type === "query" ? "GET" : "POST", headers };
  if (type === "mutation" && json !== undefined) init.body = json;
  const response = await fetch(`${origin}/trpc/${path}${query}`, init);
  const body = (await response.json()) as { result?: { data: unknown }; error?: CallReply["error"] };
  return { status: response.status, headers: response.headers, data: body.result?.data, error: body.error };
}
