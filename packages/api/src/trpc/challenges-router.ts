import { type ChallengeFrame, openFrameSchema } from "@sightline/contract/challenge-frame";
import { v3ConsentSchema, v3TokenSchema } from "@sightline/contract/v3-score";
import { type IssuedTicket, issueScoreTicket, issueTicket } from "@sightline/domain/challenges/issue-ticket";
import { measureV3Score } from "@sightline/domain/challenges/measure-v3-score";
import { setV3Consent } from "@sightline/domain/challenges/set-v3-consent";
import { v3Score } from "@sightline/domain/challenges/v3-score";
import { Refusal } from "@sightline/domain/refusal";
import { type ChallengeHost, challengeOrigin } from "../challenge/challenge-host";
import { t } from "./init";
import { screenProcedure, workerProcedure } from "./procedures";

function frameOf(host: ChallengeHost, appOrigin: string, { ticket, nonce }: IssuedTicket): ChallengeFrame {
  const origin = challengeOrigin(host, appOrigin);
  return { url: `${origin}/c/${ticket}`, origin, nonce };
}

/** The frame in which a worker solves a live challenge. */
export const challengesRouter = t.router({
  // A customer solves their own in their sandbox; a ticket is for who holds the lease.
  openFrame: screenProcedure.input(openFrameSchema).mutation(async ({ ctx, input }) => {
    const { challengeHost, appOrigin } = ctx;
    if (challengeHost === null) throw new Refusal("not_found", "This server shows no challenges.");
    const lease = { ...input, workerId: ctx.actor.accountId, appOrigin };
    return frameOf(challengeHost, appOrigin, await issueTicket(ctx.domain, lease));
  }),

  score: workerProcedure.query(({ ctx }) => v3Score(ctx.domain, ctx.actor.accountId)),

  setScoreConsent: workerProcedure
    .input(v3ConsentSchema)
    .mutation(({ ctx, input }) => setV3Consent(ctx.domain, { ...input, workerId: ctx.actor.accountId })),

  openScoreFrame: workerProcedure.mutation(async ({ ctx }) => {
    const { challengeHost, appOrigin } = ctx;
    if (challengeHost === null) throw new Refusal("not_found", "This server measures no scores.");
    const worker = { workerId: ctx.actor.accountId, appOrigin };
    return frameOf(challengeHost, appOrigin, await issueScoreTicket(ctx.domain, worker));
  }),

  measureScore: workerProcedure
    .input(v3TokenSchema)
    .mutation(({ ctx, input }) => measureV3Score(ctx.domain, { ...input, workerId: ctx.actor.accountId })),
});
