import { createHash } from "node:crypto";

/** Whose log-ins count together: an email address in any letter case, known or not. Hashed, since anyone may type anything. */
export function emailSubject(email: string): string {
  return createHash("sha256").update(email.toLowerCase(), "utf8").digest("hex");
}
