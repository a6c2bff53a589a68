import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { RequestContext } from "./request-context";

const ISSUES_MAX = 20;
const OUR_FAULT = "Something went wrong on our side. Try again; if it stays, tell us the request id.";

/**
 * What a browser is told of an error: never a stack, and of our own faults only that there was one. `issues` names
 * the fields that are wrong, for the form that sent them.
 */
export function describeError({
  shape,
  error,
  ctx,
}: {
  shape: TRPCDefaultErrorShape;
  error: TRPCError;
  ctx: RequestContext | undefined;
}) {
  const { code, httpStatus, path } = shape.data;
  const issues = error.cause instanceof ZodError ? fieldIssues(error.cause) : [];
  const message =
    code === "INTERNAL_SERVER_ERROR" ? OUR_FAULT : (issues[0]?.message ?? shape.message.slice(0, 300));
  return {
    code: shape.code,
    message,
    data: {
      code,
      httpStatus,
      requestId: ctx?.requestId ?? null,
      issues,
      ...(path !== undefined && { path }),
    },
  };
}

function fieldIssues(error: ZodError): { field: string; message: string }[] {
  return error.issues.slice(0, ISSUES_MAX).map(({ path, message }) => ({ field: path.join("."), message }));
}
