import { initTRPC } from "@trpc/server";
import { describeError } from "./describe-error";
import type { RequestContext } from "./request-context";

/** How often a quiet stream says that it is alive, and how long a browser waits for that before it connects anew. */
export const STREAM_PING_MS = 3_000;
const RECONNECT_AFTER_MS = 10_000;

export const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  errorFormatter: describeError,
  sse: {
    ping: { enabled: true, intervalMs: STREAM_PING_MS },
    client: { reconnectAfterInactivityMs: RECONNECT_AFTER_MS },
  },
});
