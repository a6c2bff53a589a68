import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Passes on what a terminal or a supervisor sends us, until the child ends. Resolves then to the exit code a shell would
 * show for it. Ctrl-C reaches the child from the terminal as well, so it may hear it more than once.
 */
export function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
