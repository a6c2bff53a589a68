import { openFrameSchema } from "@sightline/contract/challenge-frame";
import { issueTicket } from "@sightline/domain/challenges/issue-ticket";
import { Refusal } from "@sightline/domain/refusal";
import { challengeOrigin } from "../challenge/challenge-host";
import { t } from "./init";
import { workerProcedure } from "./procedures";

/** The frame in which a worker solves a live challenge. */
export const challengesRouter = t.router({
  openFrame: workerProcedure.input(openFrameSchema).mutation(async ({ ctx, input }) => {
    const { challengeHost, appOrigin } = ctx;
    if (challengeHost === null) throw new Refusal("not_found", "This server shows no challenges.");
    const { ticket, nonce } = await issueTicket(ctx.domain, {
      ...input,
      workerId: ctx.actor.accountId,
      appOrigin,
    });
    const origin = challengeOrigin(challengeHost, appOrigin);
    return { url: `${origin}/c/${ticket}`, origin, nonce };
  }),
});
