import {
  acceptInvitationSchema,
  logInSchema,
  type Me,
  revokeSessionSchema,
  signUpSchema,
} from "@sightline/contract/session";
import { logInCodeSchema } from "@sightline/contract/two-factor";
import { acceptInvitation } from "@sightline/domain/auth/accept-invitation";
import { currentUser } from "@sightline/domain/auth/current-user";
import { findActor } from "@sightline/domain/auth/find-actor";
import { listSessions } from "@sightline/domain/auth/list-sessions";
import { logIn } from "@sightline/domain/auth/log-in";
import { logInWithCode } from "@sightline/domain/auth/log-in-with-code";
import { logOut } from "@sightline/domain/auth/log-out";
import { revokeSession } from "@sightline/domain/auth/revoke-session";
import { signUp } from "@sightline/domain/auth/sign-up";
import { noteVisit } from "@sightline/domain/links/note-visit";
import { Refusal } from "@sightline/domain/refusal";
import { t } from "./init";
import { publicProcedure, sessionProcedure } from "./procedures";

export const sessionRouter = t.router({
  me: publicProcedure.query(async ({ ctx }): Promise<Me | null> => {
    const { me, setCookies } = await currentUser(ctx.auth, ctx.visit);
    const actor = await findActor(ctx.auth, ctx.visit);
    ctx.setCookies(setCookies);
    if (me) ctx.setCookies(await noteVisit(ctx.domain, ctx.auth, ctx.visit, me.accountId));
    const viewing = me === null || actor === null ? null : ctx.domain.impersonations.of(actor.sessionId);
    if (me === null || viewing === null) return me;
    return { ...viewing.actor, viewing: { byEmail: me.email, untilMs: viewing.untilMs } };
  }),

  logIn: publicProcedure.input(logInSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await logIn(ctx.domain, ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    if (reply.outcome === "logged_in") {
      ctx.setCookies(await noteVisit(ctx.domain, ctx.auth, ctx.visit, reply.me.accountId));
    }
    return reply;
  }),

  logInCode: publicProcedure.input(logInCodeSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await logInWithCode(ctx.domain, ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    return reply;
  }),

  signUp: publicProcedure.input(signUpSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await signUp(ctx.domain, ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    return reply;
  }),

  acceptInvitation: publicProcedure.input(acceptInvitationSchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await acceptInvitation(ctx.domain, ctx.auth, ctx.visit, input);
    ctx.setCookies(setCookies);
    return reply;
  }),

  logOut: publicProcedure.mutation(async ({ ctx }) => {
    const actor = await findActor(ctx.auth, ctx.visit);
    const { setCookies } = await logOut(ctx.domain, ctx.auth, ctx.visit, actor);
    ctx.setCookies(setCookies);
  }),

  sessions: sessionProcedure.query(({ ctx }) => listSessions(ctx.domain, ctx.actor)),

  revokeSession: sessionProcedure.input(revokeSessionSchema).mutation(async ({ ctx, input }) => {
    const { userId } = ctx.actor;
    const revoked = await revokeSession(ctx.domain, ctx.auth, { userId, sessionId: input.id });
    if (!revoked) throw new Refusal("not_found", "There is no such session.");
  }),
});
