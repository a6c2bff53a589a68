import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAuthentication, buildPerson } from "@sightline/domain/testing/build-person";
import { buildDomain } from "@sightline/domain/testing/builders";
import { useTestDatabase } from "@sightline/testing/test-database";
import { expect, test } from "vitest";
import { MIGRATIONS_FOLDER } from "../testing/test-app";
import { createApp } from "./create-app";

const database = useTestDatabase();

test("a server that stops ends its streams, and with them the seats, at once", async () => {
  const { domain, ctx } = await buildDomain(database.url);
  const auth = buildAuthentication(ctx);
  const config = {
    publicUrl: "http://localhost:3000",
    trustedProxies: [],
    migrationsFolder: MIGRATIONS_FOLDER,
  };
  const app = await createApp({ ctx, auth, config, webRoot: null });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const worker = await buildPerson(ctx, auth, "worker");
  const input = encodeURIComponent(JSON.stringify({ tabId: "tab" }));
  const stream = await fetch(`${origin}/trpc/work.stream?input=${input}`, {
    headers: { accept: "text/event-stream", cookie: worker.visit.cookie ?? "" },
  });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  while (!seen.includes('"type":"hello"')) seen += (await reader?.read())?.value ?? "";
  const startedMs = performance.now();
  await app.close();
  expect(performance.now() - startedMs).toBeLessThan(4_000);
  await expect.poll(() => ctx.floor.size).toBe(0);
  await domain.stop();
});

test("a folder without a build is said to be none when the server starts", async () => {
  const { domain, ctx } = await buildDomain(database.url);
  const config = {
    publicUrl: "http://localhost:3000",
    trustedProxies: [],
    migrationsFolder: MIGRATIONS_FOLDER,
  };
  const webRoot = mkdtempSync(join(tmpdir(), "sightline-empty-"));
  await expect(createApp({ ctx, auth: buildAuthentication(ctx), config, webRoot })).rejects.toThrow(
    "index.html",
  );
  await domain.stop();
});
