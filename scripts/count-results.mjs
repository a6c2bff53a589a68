import { readFileSync } from "node:fs";

/** What vitest's JSON reporter wrote: how many tests passed and failed, and how many files could not even be loaded. */
export function countVitest(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

/** The same of Playwright's JSON reporter; a test that passed only when it was tried again counts as passed. */
export function countPlaywright(file) {
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
