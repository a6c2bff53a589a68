import { chmodSync, mkdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * PostgreSQL refuses to run as root, and the unprivileged account that runs it instead must be able to walk to its
 * files. What lies on a path closed to it (a checkout under /root, a folder of mktemp) is kept here.
 */
export const WALKABLE_HOME = "/var/lib/sightline";

/** The account PostgreSQL runs as when we are root; undefined when the present user will do. */
export function postgresAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find(([candidate]) => candidate === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error("PostgreSQL does not run as root and there is no account postgres or nobody to run it as");
}

/** Whether every account may pass through all folders of a path. */
export function isWalkable(path: string): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export function makeWalkableHome(): void {
  mkdirSync(WALKABLE_HOME, { recursive: true });
  chmodSync(WALKABLE_HOME, 0o755);
}
