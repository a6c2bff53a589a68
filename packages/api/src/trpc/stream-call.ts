import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { TeamRole } from "@sightline/contract/team-areas";
import type { Actor } from "@sightline/domain/auth/actor";
import { findActor } from "@sightline/domain/auth/find-actor";
import { callTRPCProcedure, getTRPCErrorFromUnknown, isTrackedEnvelope, TRPCError } from "@trpc/server";
import { errorShape, reportFault } from "./answer-call";
import { appRouter } from "./app-router";
import { STREAM_PING_MS } from "./init";
import type { RequestContext } from "./request-context";

const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-store, no-transform",
  // Asks nginx not to keep events back.
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
} as const;

/**
 * Sends a subscription as server-sent events, in the dialect that tRPC's own clients speak: first `connected` with
 * the client's settings, then a message for each value, `ping` while nothing happens, at the end `return` or
 * `serialized-error`. One write for each event, against four and two stream conversions of the library's producer
 * (40 against 335 microseconds; docs/decisions/0006-trpc-transport.md).
 *
 * A reader that is too slow is waited for; what it misses meanwhile is for the procedure to bound. The signal is
 * aborted when the connection closes, when the server stops, and when the session that opened the stream has ended;
 * a procedure must return then.
 */
export async function streamCall(
  context: RequestContext,
  call: { path: string; input: unknown },
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const end = new AbortController();
  const stop = () => end.abort();
  response.once("close", stop);
  closing.addEventListener("abort", stop, { once: true });
  response.writeHead(200, STREAM_HEADERS);
  sendEvent(response, "connected", JSON.stringify(appRouter._def._config.sse?.client ?? {}));
  const guard = keepAlive(context, response, end);
  try {
    await sendValues(await open(context, call, end.signal), response, end.signal);
    if (!end.signal.aborted) sendEvent(response, "return", "");
  } catch (cause) {
    if (!end.signal.aborted) sendError(context, call.path, cause, response);
  } finally {
    clearInterval(guard);
    closing.removeEventListener("abort", stop);
    end.abort();
    response.end();
  }
}

async function open(
  context: RequestContext,
  { path, input }: { path: string; input: unknown },
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const stream: unknown = await callTRPCProcedure({
    router: appRouter,
    path,
    type: "subscription",
    getRawInput: async () => input,
    ctx: context,
    signal,
    batchIndex: 0,
  });
  if (!isAsyncIterable(stream)) throw new Error(`${path} is no stream`);
  return stream;
}

async function sendValues(
  values: AsyncIterable<unknown>,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  for await (const value of values) {
    if (signal.aborted) return;
    const message = isTrackedEnvelope(value)
      ? `data: ${JSON.stringify(value[1])}\nid: ${value[0]}\n\n`
      : `data: ${JSON.stringify(value)}\n\n`;
    if (!response.write(message)) await once(response, "drain", { signal }).catch(() => {});
  }
}

/**
 * Pings, and at each ping asks again whose session this is: one that was revoked, whose account was suspended or whose
 * role in the account is another than at first ends its streams.
 */
function keepAlive(context: RequestContext, response: ServerResponse, end: AbortController): NodeJS.Timeout {
  const first = roleAtFirst(context);
  const timer = setInterval(() => {
    if (!response.writableNeedDrain) sendEvent(response, "ping", "");
    void endRevoked(context, response, end, first);
  }, STREAM_PING_MS);
  timer.unref();
  return timer;
}

/** Null where it could not be asked. */
async function roleAtFirst(context: RequestContext): Promise<TeamRole | null> {
  try {
    return (await findActor(context.auth, context.visit))?.teamRole ?? null;
  } catch {
    return null;
  }
}

async function endRevoked(
  context: RequestContext,
  response: ServerResponse,
  end: AbortController,
  first: Promise<TeamRole | null>,
): Promise<void> {
  let refused: string | undefined;
  try {
    const actor = await findActor(context.auth, context.visit);
    if (actor !== null) refused = await refusalOf(context, actor, first);
    if ((actor !== null && refused === undefined) || end.signal.aborted) return;
  } catch {
    // The database is away: nobody is thrown out for that.
    return;
  }
  const error =
    refused === undefined
      ? new TRPCError({ code: "UNAUTHORIZED", message: "Log in first." })
      : new TRPCError({ code: "FORBIDDEN", message: refused });
  sendError(context, "", error, response);
  end.abort();
}

async function refusalOf(
  context: RequestContext,
  { accountId, teamRole }: Actor,
  first: Promise<TeamRole | null>,
): Promise<string | undefined> {
  const suspended = context.domain.suspensions.of(accountId);
  if (suspended !== null) return `This account is suspended: ${suspended.reason}`;
  const before = await first;
  return before === null || before === teamRole ? undefined : "Your role in this account has changed.";
}

function sendError(context: RequestContext, path: string, cause: unknown, response: ServerResponse): void {
  const error = getTRPCErrorFromUnknown(cause);
  reportFault(error, context, path);
  sendEvent(response, "serialized-error", JSON.stringify(errorShape(error, context, path)));
}

function sendEvent(response: ServerResponse, event: string, data: string): void {
  response.write(`event: ${event}\ndata: ${data}\n\n`);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
