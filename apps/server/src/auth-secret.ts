import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that signs session cookies, when the environment names none: made once for each data folder and kept
 * there, readable by its owner only, so that log-ins survive a restart. Processes on several machines need one
 * AUTH_SECRET between them.
 */
export function persistedAuthSecret(dataDir: string): string {
  const file = join(dataDir, "auth-secret");
  try {
    return readFileSync(file, "utf8");
  } catch {
    mkdirSync(dataDir, { recursive: true });
    const secret = randomBytes(32).toString("hex");
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: "wx" });
      return secret;
    } catch {
      // Another process has written it in this moment.
      return readFileSync(file, "utf8");
    }
  }
}
