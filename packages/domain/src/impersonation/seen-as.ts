import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";

/** As whom a log-in is answered: an admin who looks at somebody's pages as that person, unless suspended meanwhile. */
export function seenAs(ctx: Pick<DomainContext, "impersonations" | "suspensions">, actor: Actor): Actor {
  const viewing = ctx.impersonations.of(actor.sessionId);
  if (viewing === null || ctx.suspensions.of(actor.accountId) !== null) return actor;
  return { ...viewing.actor, sessionId: actor.sessionId };
}
