import { createHash } from "node:crypto";

/**
 * SHA-256 of a submission's parameters and files. Names are sorted and every part carries its length, so the same
 * values give the same digest whatever the encoding, the order or a multipart boundary was, and no value can pass
 * for another one's end.
 */
export function digestSubmission(parts: Iterable<readonly [name: string, value: string | Buffer]>): Buffer {
  const hash = createHash("sha256");
  const add = (part: string | Buffer): void => {
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [name, value] of sorted) {
    add(name);
    add(value);
  }
  return hash.digest();
}
