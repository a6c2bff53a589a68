import { spawn } from "node:child_process";
import { forwardSignals } from "./forward-signals.mjs";

const OUTPUT_CHARS_MAX = 1_000_000;

/** Runs a command and keeps its output (the last million characters) to show if it fails. Has no stdin. */
export async function runQuietly(command, args, env = process.env) {
  const startMs = performance.now();
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-OUTPUT_CHARS_MAX);
    });
  }
  const code = await forwardSignals(child).catch((error) => {
    output += `cannot run ${command}: ${error.message}\n`;
    return 127;
  });
  return { code, output, duration: `${((performance.now() - startMs) / 1000).toFixed(1)} s` };
}
