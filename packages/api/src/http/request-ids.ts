import { randomBytes } from "node:crypto";

/** Makes ids that tell requests apart over all processes and restarts: a random beginning and a count. */
export function requestIds(): () => string {
  const start = randomBytes(5).toString("hex");
  let count = 0;
  return () => `${start}-${(count++).toString(36)}`;
}
