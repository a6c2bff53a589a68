import type { Role } from "@sightline/contract/roles";
import { type TeamArea, teamMay } from "@sightline/contract/team-areas";
import type { Actor } from "@sightline/domain/auth/actor";
import { findActor } from "@sightline/domain/auth/find-actor";
import { seenAs } from "@sightline/domain/impersonation/seen-as";
import { Refusal } from "@sightline/domain/refusal";
import { TRPCError } from "@trpc/server";
import { t } from "./init";
import type { RequestContext } from "./request-context";
import { STAFF_AREAS, type StaffArea } from "./staff-areas";

/** Turns a verb's refusal into the code that clients know. */
const refusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refusal) throw refused(result.error.cause);
  return result;
});

function refused(refusal: Refusal): TRPCError {
  const code = { not_found: "NOT_FOUND", conflict: "CONFLICT", busy: "TOO_MANY_REQUESTS" } as const;
  return new TRPCError({ code: code[refusal.code], message: refusal.message, cause: refusal });
}

export const STAFF_ROLES: readonly Role[] = ["moderator", "admin"];

/**
 * Of a customer's team only those to whom the area is open; everybody else holds their account.
 *
 * Who is suspended may still read their own pages, and use what is open to everybody who is logged in (their standing,
 * notices, log-out); staff may read nothing more.
 */
function actorsOf(roles: readonly Role[] | null, area: TeamArea | null = null) {
  return t.middleware(async ({ ctx, type, next }) => {
    const actor = await answered(ctx, type);
    if (roles !== null && !roles.includes(actor.role)) {
      throw new TRPCError({ code: "FORBIDDEN", message: "This account may not do this." });
    }
    if (area !== null && !teamMay(actor.teamRole, area)) {
      throw new TRPCError({
        code: "FORBIDDEN",
        message: `As ${actor.teamRole} of this account you may not do this.`,
      });
    }
    const suspension = roles === null ? null : ctx.domain.suspensions.of(actor.accountId);
    if (suspension !== null && (type !== "query" || STAFF_ROLES.includes(actor.role))) {
      throw new TRPCError({ code: "FORBIDDEN", message: `This account is suspended: ${suspension.reason}` });
    }
    return next({ ctx: { actor } });
  });
}

/** An admin who looks at somebody's pages is answered as that person, and may ask only. */
async function answered(ctx: RequestContext, type: string): Promise<Actor> {
  const actor = await loggedIn(ctx);
  const shown = seenAs(ctx.domain, actor);
  if (shown === actor || type === "query") return shown;
  const message = `You look at the pages of ${shown.email}: nothing can be changed here.`;
  throw new TRPCError({ code: "FORBIDDEN", message });
}

async function loggedIn({ auth, visit }: RequestContext): Promise<Actor> {
  const actor = await findActor(auth, visit);
  if (actor === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Log in first." });
  return actor;
}

/** Anybody, logged in or not. */
export const publicProcedure = t.procedure.use(refusals);
/** Anybody who is logged in, whatever their role, for what is their own and not their account's. */
export const sessionProcedure = publicProcedure.use(actorsOf(null));
/** The same for what belongs to the account: of a team, those to whom the area is open. */
export function accountProcedure(area: TeamArea) {
  return publicProcedure.use(actorsOf(null, area));
}
/** Whoever holds the session, whomever's pages it looks at. */
export const ownSessionProcedure = publicProcedure.use(
  t.middleware(async ({ ctx, next }) => next({ ctx: { actor: await loggedIn(ctx) } })),
);
export function customerProcedure(area: TeamArea) {
  return publicProcedure.use(actorsOf(["customer"], area));
}
/** Whoever may have a work screen: a customer's is their sandbox. */
export const screenProcedure = publicProcedure.use(actorsOf(["customer", "worker"], "playground"));
export const workerProcedure = publicProcedure.use(actorsOf(["worker"]));

export function staffProcedure(area: StaffArea) {
  return publicProcedure.use(actorsOf(STAFF_AREAS[area]));
}
