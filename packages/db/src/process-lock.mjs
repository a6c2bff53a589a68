// A lock that a process holds by name and that dies with it. It is plain JavaScript because the bootstrap uses it
// before anything is installed.
//
// The lock is a folder; whoever wants it first writes a file with its own pid and start time into it, then looks
// for the others' files. Of two that come at the same moment at least one sees the other and steps back, so there
// are never two holders. Files of dead processes are removed by whoever meets them: the start time tells a
// process from a later one that was given the same pid.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Tries once. Returns undefined when this process holds the lock now (also when it held it before), else the pid
 * of the process that holds it or is trying at the same moment.
 */
export function tryProcessLock(folder) {
  mkdirSync(folder, { recursive: true });
  const mine = lockName(process.pid);
  writeFileSync(join(folder, mine), "");
  for (const name of readdirSync(folder)) {
    const pid = Number(/^pid-(\d+)/.exec(name)?.[1]);
    if (name === mine || !pid) continue;
    if (isRunning(pid) && lockName(pid) === name) {
      releaseProcessLock(folder);
      return pid;
    }
    rmSync(join(folder, name), { force: true });
  }
  return undefined;
}

export function releaseProcessLock(folder) {
  rmSync(join(folder, lockName(process.pid)), { force: true });
}

/** Whether a process of this pid runs; a zombie, which nobody has buried yet, does not. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const [state] = processStat(pid) ?? [];
  return state !== "Z" && state !== "X";
}

function lockName(pid) {
  const startTicks = processStat(pid)?.[19];
  return startTicks ? `pid-${pid}-${startTicks}` : `pid-${pid}`;
}

/** The fields of /proc/PID/stat from the state (the third) on; undefined where there is no /proc. */
function processStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
