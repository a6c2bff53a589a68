import { TRPCClientError } from "@trpc/client";

export type ServerErrorCode = "UNREACHABLE" | (string & {});

/** tRPC's code of a failed call; `UNREACHABLE` when no answer of ours came back. */
export function serverErrorCode(error: unknown): ServerErrorCode {
  return stringAt(dataOf(error), "code") ?? "UNREACHABLE";
}

/** What to name when asking for help; null when the call never reached the server. */
export function requestIdOf(error: unknown): string | null {
  const inBody = stringAt(dataOf(error), "requestId");
  if (inBody !== null) return inBody;
  const response = error instanceof TRPCClientError ? error.meta?.response : undefined;
  return response instanceof Response ? response.headers.get("x-request-id") : null;
}

/** No connection, or the server's own trouble: asking again may help. A refusal stays a refusal. */
export function mayPassByItself(error: unknown): boolean {
  const code = serverErrorCode(error);
  return ["UNREACHABLE", "INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE", "BAD_GATEWAY"].includes(
    code,
  );
}

function dataOf(error: unknown): unknown {
  return error instanceof TRPCClientError ? error.data : undefined;
}

function stringAt(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : null;
}
