import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { releaseProcessLock, tryProcessLock } from "../packages/db/src/process-lock.mjs";

/** Does something that only one process at a time may do in this checkout; the others wait, and say so. */
export async function withLock(name, action) {
  const folder = fileURLToPath(new URL(`../.turbo/locks/${name}`, import.meta.url));
  let told = false;
  for (let holder = tryProcessLock(folder); holder !== undefined; holder = tryProcessLock(folder)) {
    if (!told && process.uptime() > 1) {
      console.error(`waiting for process ${holder}, which is at the ${name} of this checkout`);
      told = true;
    }
    await sleep(50 + Math.random() * 100);
  }
  try {
    return await action();
  } finally {
    releaseProcessLock(folder);
  }
}
