import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isChallenge } from "@sightline/contract/task-kinds";
import { seedDemo } from "@sightline/domain/accounts/seed-demo";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnsweringWorker, seatAnsweringWorkers } from "../real-clients/testing/answering-worker";
import { useTestApp } from "../testing/test-app";
import { curlForm, curlJson, curlMultipart, EXAMPLE_KEY } from "./examples";
import { KIND_GUIDES } from "./kinds/kind-guides";

// The printed commands, run by a shell as a reader runs them, against an app with the demo's accounts. Workers answer
// what the pages print, so a page that prints another form than the server's fails here.
const app = useTestApp();
let worker: AnsweringWorker;
let folder: string;

beforeAll(async () => {
  await seedDemo(app.ctx);
  worker = await seatAnsweringWorkers(app.ctx);
  folder = mkdtempSync(join(tmpdir(), "sightline-docs-"));
});
afterAll(() => {
  worker?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A process of its own: the app answers from this one, so it must not be waited for in this one's only thread. */
function run(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const silent = command.replaceAll("curl ", "curl -s ");
    execFile("sh", ["-c", silent], { cwd: folder, timeout: 10_000 }, (error, out) =>
      error ? reject(new Error(command, { cause: error })) : resolve(out),
    );
  });
}

async function result(id: string, json: "0" | "1"): Promise<string> {
  const query = new URLSearchParams({ key: EXAMPLE_KEY, action: "get", id, wait: "10", json });
  return (await fetch(`${app.origin}/res.php?${query.toString()}`)).text();
}

describe.runIf(hasCurl())("a command as printed", () => {
  test.each(KIND_GUIDES.map((guide) => [guide.kind, guide] as const))(
    "%s is accepted as a form and answered as the page says",
    async (kind, guide) => {
      for (const command of [curlMultipart(app.origin, guide), curlForm(app.origin, guide.example.base64)]) {
        if (command === null) continue;
        const submitted = await run(command);
        expect(submitted).toMatch(/^OK\|\d+$/);
        const id = submitted.slice("OK|".length);
        const [text, json] = [await result(id, "0"), await result(id, "1")];
        if (isChallenge(kind)) {
          expect(text).toMatch(/^OK\|token-/);
          expect(Object.keys(JSON.parse(json))).toEqual(
            expect.arrayContaining(Object.keys(JSON.parse(guide.answer.json))),
          );
        } else expect([text, json]).toEqual([guide.answer.text, guide.answer.json]);
      }
    },
  );

  test.each(KIND_GUIDES.map((guide) => [guide.kind, guide] as const))(
    "%s is accepted by the JSON API and answered as the page says",
    async (kind, guide) => {
      const created = JSON.parse(await run(curlJson(app.origin, "createTask", { task: guide.json.task })));
      expect(created).toEqual({ errorId: 0, taskId: expect.any(Number) });
      const ask = { clientKey: EXAMPLE_KEY, taskId: created.taskId };
      const response = await fetch(`${app.origin}/getTaskResult?wait=10`, {
        method: "POST",
        body: JSON.stringify(ask),
      });
      const { solution } = (await response.json()) as { solution: Record<string, unknown> };
      if (isChallenge(kind)) {
        expect(Object.keys(solution)).toEqual(expect.arrayContaining(Object.keys(guide.json.solution)));
      } else expect(solution).toEqual(guide.json.solution);
    },
  );
});

function hasCurl(): boolean {
  try {
    execFileSync("curl", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
