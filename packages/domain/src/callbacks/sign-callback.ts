import { createHmac } from "node:crypto";
import type { SigningSecrets } from "./callback-secrets";

/** One call as it goes out: the same id at every attempt, the time of this attempt (ms since 1970), the body. */
export interface CallbackMessage {
  taskId: number;
  sentAtMs: number;
  body: string;
}

/**
 * The headers of Standard Webhooks: a receiver that knows them can tell that a call is ours, recent and not a
 * repetition. While a secret is replaced there are two signatures: one that fits is enough.
 */
export function signCallback(
  { current, previous }: SigningSecrets,
  { taskId, sentAtMs, body }: CallbackMessage,
): Record<string, string> {
  const id = `task_${taskId}`;
  const timestamp = String(Math.floor(sentAtMs / 1_000));
  const sign = (secret: Buffer) =>
    `v1,${createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  const signature = [current, ...(previous ? [previous.secret] : [])].map(sign).join(" ");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
}
