import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";

/** What the library lacks: a session for somebody who has proved otherwise than by password who they are. */
export const sessionOpening = {
  id: "session-opening",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", metadata: { $Infer: { body: {} as { userId: string } } } },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (user === null) throw ctx.error("UNAUTHORIZED");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { user };
      },
    ),
  },
};
