import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChallengePage } from "@sightline/contract/challenge-frame";
import type { ChallengeParams } from "@sightline/contract/task-params";
import { V3_SCORE_ACTION } from "@sightline/contract/v3-score";
import { type RedeemedTicket, redeemTicket } from "@sightline/domain/challenges/redeem-ticket";
import type { DomainContext } from "@sightline/domain/context";
import { type FastifyInstance, type FastifyReply, fastify } from "fastify";
import { HTTP_MAX_HEADER_BYTES } from "../http/server-limits";
import type { ChallengeHost } from "./challenge-host";
import { challengePolicy, REFUSAL_POLICY, renderChallengePage, renderRefusal } from "./render-challenge-page";
import { vendorWidget } from "./vendor";

export interface ChallengeAppOptions {
  ctx: Pick<DomainContext, "pool" | "clock" | "log" | "v3Measure">;
  host: ChallengeHost;
  /** Folder of the built page. */
  challengeRoot: string;
}

const WORDS = {
  unknown: "This challenge does not exist.",
  used: "This challenge was opened already. Open it again from the work screen.",
  over: "The time for this challenge is over.",
  no_vendor: "This challenge's service is not one of its vendor's.",
  away: "The challenge cannot be opened right now. Try again from the work screen.",
} as const;

const BASE_HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin",
  "cache-control": "no-store",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;

/** Served on the second origin: a page for each ticket, its script and its style. Sets no cookie and reads none. */
export async function createChallengeApp(options: ChallengeAppOptions): Promise<FastifyInstance> {
  const { ctx, challengeRoot } = options;
  const [script, style] = await Promise.all([
    readFile(join(challengeRoot, "challenge.js")),
    readFile(join(challengeRoot, "challenge.css")),
  ]);
  const app = fastify({
    logger: false,
    forceCloseConnections: "idle",
    bodyLimit: 1_024,
    http: { headersTimeout: 20_000, maxHeaderSize: HTTP_MAX_HEADER_BYTES },
  });

  app.get<{ Params: { ticket: string } }>("/c/:ticket", async ({ params }, reply) => {
    const redeemed = await redeemTicket(ctx, params.ticket).catch((error: unknown) => {
      ctx.log.warn({ err: error }, "a challenge ticket could not be redeemed");
      return null;
    });
    if (redeemed === null) return refuse(reply, 503, "away");
    if (!redeemed.ok) return refuse(reply, redeemed.why === "unknown" ? 404 : 410, redeemed.why);
    return sendPage(reply, options, redeemed);
  });
  for (const [path, mediaType, bytes] of [
    ["/challenge.js", "text/javascript; charset=utf-8", script],
    ["/challenge.css", "text/css; charset=utf-8", style],
  ] as const) {
    app.get(path, async (_request, reply) =>
      reply
        .headers({ ...BASE_HEADERS, "cache-control": "no-cache" })
        .header("content-type", mediaType)
        .send(bytes),
    );
  }
  app.get("/healthz", async (_request, reply) => reply.headers(BASE_HEADERS).send({ status: "ok" }));
  app.setNotFoundHandler(async (_request, reply) => refuse(reply, 404, "unknown"));
  await app.ready();
  return app;
}

function sendPage(
  reply: FastifyReply,
  { ctx, host }: ChallengeAppOptions,
  redeemed: Extract<RedeemedTicket, { ok: true }>,
): FastifyReply {
  const task = redeemed.task ?? scoreTask(ctx.v3Measure);
  if (task === null) return refuse(reply, 404, "unknown");
  const { kind } = task;
  const challenge: ChallengeParams = task.challenge;
  const vendor = vendorWidget(kind, challenge, host.standInUrl);
  if (vendor === null) return refuse(reply, 410, "no_vendor");
  const page: ChallengePage = {
    kind: kind as ChallengePage["kind"],
    siteKey: challenge.siteKey,
    scriptUrl: vendor.scriptUrl,
    invisible: challenge.invisible ?? false,
    enterprise: challenge.enterprise ?? false,
    action: challenge.action ?? null,
    data: challenge.data ?? null,
    dataFields: challenge.dataFields ?? null,
    appOrigin: redeemed.appOrigin,
    nonce: redeemed.nonce,
  };
  return reply
    .headers({ ...BASE_HEADERS, "content-security-policy": challengePolicy(vendor, redeemed.appOrigin) })
    .header("content-type", "text/html; charset=utf-8")
    .send(renderChallengePage(page));
}

function scoreTask(measure: DomainContext["v3Measure"]) {
  if (measure === null) return null;
  const { siteKey } = measure;
  return { kind: "recaptcha_v3" as const, challenge: { pageUrl: "", siteKey, action: V3_SCORE_ACTION } };
}

function refuse(reply: FastifyReply, status: number, why: keyof typeof WORDS): FastifyReply {
  return reply
    .code(status)
    .headers({ ...BASE_HEADERS, "content-security-policy": REFUSAL_POLICY })
    .header("content-type", "text/html; charset=utf-8")
    .send(renderRefusal(WORDS[why]));
}
