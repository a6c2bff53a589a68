import { runQuietly } from "./run-quietly.mjs";
import { withLock } from "./with-lock.mjs";

/**
 * Builds what has changed since the last build; ends the process with the build's exit code when it fails. Commands that
 * start together in one checkout would write the same files: one builds, the others wait and find it done.
 */
export function buildApps(filter = "./apps/*") {
  return withLock("build", async () => {
    console.error("building …");
    const turbo = ["run", "build", `--filter=${filter}`, "--output-logs=errors-only"];
    const { code, output, duration } = await runQuietly("turbo", turbo);
    if (code === 0) return console.error(`built in ${duration}`);
    console.error(output);
    console.error(`the build failed (after ${duration}); what went wrong stands above`);
    process.exit(code);
  });
}
