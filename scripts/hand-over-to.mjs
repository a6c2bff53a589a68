import { spawn } from "node:child_process";
import { forwardSignals } from "./forward-signals.mjs";

/** Runs a command in our place, on our terminal, and ends with its exit code. */
export async function handOverTo(command, args, env = process.env) {
  try {
    process.exit(await forwardSignals(spawn(command, args, { env, stdio: "inherit" })));
  } catch (error) {
    console.error(
      `cannot run ${command}: ${error.code === "ENOENT" ? "it is not installed" : error.message}`,
    );
    process.exit(127);
  }
}
