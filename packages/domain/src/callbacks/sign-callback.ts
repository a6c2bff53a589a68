import { createHmac } from "node:crypto";

/** One call as it goes out: the same id at every attempt, the time of this attempt (ms since 1970), the body. */
export interface CallbackMessage {
  taskId: number;
  sentAtMs: number;
  body: string;
}

/** The headers of Standard Webhooks: a receiver that knows them can tell that a call is ours, recent and not a repetition. */
export function signCallback(
  secret: Buffer,
  { taskId, sentAtMs, body }: CallbackMessage,
): Record<string, string> {
  const id = `task_${taskId}`;
  const timestamp = String(Math.floor(sentAtMs / 1_000));
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
