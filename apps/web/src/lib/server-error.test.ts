import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { mayPassByItself, requestIdOf, serverErrorCode } from "./server-error";

function refusedBy(data: Record<string, unknown>): TRPCClientError<never> {
  return TRPCClientError.from({ error: { code: -32000, message: "No", data } } as never);
}

test("a failed call is named by the server's code and its request id", () => {
  const error = refusedBy({ code: "FORBIDDEN", requestId: "abc-1" });
  expect(serverErrorCode(error)).toBe("FORBIDDEN");
  expect(requestIdOf(error)).toBe("abc-1");
  expect(mayPassByItself(error)).toBe(false);
});

test("no answer at all counts as unreachable, which may pass", () => {
  const error = TRPCClientError.from(new TypeError("Failed to fetch"));
  expect(serverErrorCode(error)).toBe("UNREACHABLE");
  expect(requestIdOf(error)).toBeNull();
  expect(mayPassByItself(error)).toBe(true);
});
