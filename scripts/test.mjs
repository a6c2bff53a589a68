// Usage: node scripts/test.mjs — the whole proof: check, tests on a real PostgreSQL, build, journeys in a real Chromium.
//
// Every step runs even when one before it has failed. The last line is plain, for people and for machines that count:
// "N passed, N failed". A step that fails without a failed test to show counts as one.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { countPlaywright, countVitest } from "./count-results.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { findFiles } from "./find-files.mjs";
import { forwardSignals } from "./forward-signals.mjs";

const VITEST_REPORT = "test-results/vitest.json";
const PLAYWRIGHT_REPORT = "test-results/playwright.json";

// Whoever breaks off one step does not want those to come.
let brokenOff = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    brokenOff = true;
  });
}

const total = { passed: 0, failed: 0 };
rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results");

await step("check", () => run(process.execPath, ["scripts/check.mjs"]));
await step("unit and integration tests", runVitest);
await step("build", () => run("turbo", ["run", "build", "--output-logs=errors-only"]));
if (findFiles("e2e/*.test.ts", "e2e/*.spec.ts").length > 0) await step("journeys", runPlaywright);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** `action` resolves to an exit code and, if it can, to counts. */
async function step(name, action) {
  console.log(`\n— ${name}`);
  const startMs = performance.now();
  const {
    code,
    passed = 0,
    failed = 0,
  } = await action().catch((error) => {
    console.log(error.message);
    return { code: 1 };
  });
  total.passed += passed;
  total.failed += code === 0 ? failed : Math.max(failed, 1);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${((performance.now() - startMs) / 1000).toFixed(1)} s)`);
}

async function runVitest() {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
  const { code } = await run("vitest", ["run", "--passWithNoTests", ...reporters]);
  return { code, ...(existsSync(VITEST_REPORT) && countVitest(VITEST_REPORT)) };
}

async function runPlaywright() {
  const { code } = await run(
    "e2e/node_modules/.bin/playwright",
    ["test", "-c", "e2e", "--reporter=list,json"],
    {
      CHROMIUM_PATH: ensureChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
    },
  );
  return { code, ...(existsSync(PLAYWRIGHT_REPORT) && countPlaywright(PLAYWRIGHT_REPORT)) };
}

async function run(command, args, variables = {}) {
  const child = spawn(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...variables },
  });
  const code = await forwardSignals(child);
  if (brokenOff) process.exit(code || 1);
  return { code };
}
