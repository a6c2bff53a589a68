import type { DomainContext } from "../context";
import type { Authentication } from "./authentication";

/** What is remembered of sessions is asked anew: at once in this process and within a moment in the others. */
export function forgetSessions(
  ctx: Pick<DomainContext, "hints">,
  auth: Authentication,
  sessionIds: readonly string[],
): void {
  for (const id of sessionIds) {
    auth.sessions.forgetSession(id);
    ctx.hints.changed(`session:${id}`);
  }
}
