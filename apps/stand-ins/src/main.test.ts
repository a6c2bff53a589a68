import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
let child: ChildProcessByStdio<Writable, Readable, null> | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** The process as the demo starts it, and where it listens. */
async function start() {
  child = spawn(process.execPath, ["--import", "tsx", "apps/stand-ins/src/main.ts"], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const said = await once(child.stdout, "data");
  return { child, exit, url: new URL(/http\S+/.exec(String(said[0]))?.[0] ?? "") };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "the stand-ins end at %s, also while a browser keeps a connection open",
  async (signal) => {
    const { child, exit, url } = await start();
    const held = connect({ host: url.hostname, port: Number(url.port) });
    held.on("error", () => {});
    await once(held, "connect");
    child.kill(signal);
    expect(await exit).toEqual([0, null]);
    held.destroy();
  },
);

test("the stand-ins end when whoever started them has gone", async () => {
  const { child, exit } = await start();
  child.stdin.end();
  expect(await exit).toEqual([0, null]);
});
