import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const CROWD_MAIN = fileURLToPath(new URL("../../crowd/dist/main.js", import.meta.url));

/** Simulated workers for the demo, in a process of their own; they speak the API that browsers speak. */
export function startCrowd(url: string, workers: number): ChildProcess {
  return spawn(process.execPath, [CROWD_MAIN, "--url", url, "--workers", String(workers)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** `--crowd N` among the arguments; 0 without it. Throws on anything but a number from 0 to 8. */
export function crowdSize(args: readonly string[]): number {
  const at = args.findIndex((arg) => arg === "--crowd" || arg.startsWith("--crowd="));
  if (at < 0) return 0;
  const given = args[at]?.split("=")[1] ?? args[at + 1];
  const size = Number(given);
  if (!Number.isInteger(size) || size < 0 || size > 8) {
    throw new Error(`--crowd takes a number from 0 to 8, not ${given ?? "nothing"}`);
  }
  return size;
}
