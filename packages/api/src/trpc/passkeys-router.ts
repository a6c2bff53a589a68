import {
  addPasskeySchema,
  beginPasskeySchema,
  logInWithPasskeySchema,
  removePasskeySchema,
  renamePasskeySchema,
} from "@sightline/contract/passkeys";
import { noteVisit } from "@sightline/domain/links/note-visit";
import { addPasskey } from "@sightline/domain/passkeys/add-passkey";
import { beginPasskey } from "@sightline/domain/passkeys/begin-passkey";
import { listPasskeys } from "@sightline/domain/passkeys/list-passkeys";
import { logInWithPasskey } from "@sightline/domain/passkeys/log-in-with-passkey";
import { offerPasskeyLogIn } from "@sightline/domain/passkeys/offer-passkey-log-in";
import { removePasskey } from "@sightline/domain/passkeys/remove-passkey";
import { renamePasskey } from "@sightline/domain/passkeys/rename-passkey";
import { t } from "./init";
import { publicProcedure, sessionProcedure } from "./procedures";

/** Logging in by a key of one's device, and the keys of whoever is logged in. */
export const passkeysRouter = t.router({
  offerLogIn: publicProcedure.mutation(({ ctx }) => offerPasskeyLogIn(ctx.domain, ctx.auth, ctx.visit)),

  logIn: publicProcedure.input(logInWithPasskeySchema).mutation(async ({ ctx, input }) => {
    const { reply, setCookies } = await logInWithPasskey(ctx.domain, ctx.auth, ctx.visit, input.response);
    ctx.setCookies(setCookies);
    if (reply.outcome === "logged_in") {
      ctx.setCookies(await noteVisit(ctx.domain, ctx.auth, ctx.visit, reply.me.accountId));
    }
    return reply;
  }),

  list: sessionProcedure.query(({ ctx }) => listPasskeys(ctx.domain, ctx.actor)),

  begin: sessionProcedure
    .input(beginPasskeySchema)
    .mutation(({ ctx, input }) => beginPasskey(ctx.domain, ctx.auth, ctx.actor, input)),

  add: sessionProcedure
    .input(addPasskeySchema)
    .mutation(({ ctx, input }) => addPasskey(ctx.domain, ctx.auth, ctx.actor, input)),

  rename: sessionProcedure
    .input(renamePasskeySchema)
    .mutation(({ ctx, input }) => renamePasskey(ctx.domain, ctx.actor, input)),

  remove: sessionProcedure
    .input(removePasskeySchema)
    .mutation(({ ctx, input }) => removePasskey(ctx.domain, ctx.actor, input)),
});
