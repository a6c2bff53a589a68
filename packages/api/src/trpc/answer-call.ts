import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { appRouter } from "./app-router";
import type { RequestContext } from "./request-context";

export interface CallReply {
  status: number;
  body: string;
}

/**
 * Answers one query or mutation in tRPC's own format. The library's adapters do the same by way of the fetch API,
 * at seven times the cost of the call (docs/decisions/0006-trpc-transport.md).
 */
export async function answerCall(
  context: RequestContext,
  call: { path: string; type: "query" | "mutation"; readInput(): unknown },
): Promise<CallReply> {
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path: call.path,
      type: call.type,
      getRawInput: async () => call.readInput(),
      ctx: context,
      signal: undefined,
      batchIndex: 0,
    });
    return { status: 200, body: JSON.stringify({ result: { data } }) };
  } catch (cause) {
    return describeFailure(getTRPCErrorFromUnknown(cause), context, call.path);
  }
}

/** The reply to a call that failed; faults of our own are logged with all that is known. */
export function describeFailure(
  error: TRPCError,
  context: RequestContext | undefined,
  path?: string,
): CallReply {
  reportFault(error, context, path);
  return {
    status: getHTTPStatusCodeFromError(error),
    body: JSON.stringify({ error: errorShape(error, context, path) }),
  };
}

export function reportFault(error: TRPCError, context: RequestContext | undefined, path?: string): void {
  if (error.code !== "INTERNAL_SERVER_ERROR") return;
  context?.domain.log.error(
    { err: error.cause ?? error, path, requestId: context.requestId },
    "a call failed",
  );
}

export function errorShape(error: TRPCError, context: RequestContext | undefined, path?: string) {
  return getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: "unknown",
    path,
    input: undefined,
    ctx: context,
  });
}
