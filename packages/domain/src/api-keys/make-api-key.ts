import { createHash, randomBytes } from "node:crypto";

/** A new key: 128 random bits as 32 hexadecimal digits, the form that clients of the protocol check for. */
export function makeApiKey(): string {
  return randomBytes(16).toString("hex");
}

/** What is kept of a key. So many random bits need no slow hash. */
export function keySecret(key: string): { keySha256: Buffer; prefix: string } {
  return { keySha256: createHash("sha256").update(key, "utf8").digest(), prefix: key.slice(0, 6) };
}
