import { findAddressRefusal } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Answer, refused } from "./answer";
import { answerInPhp } from "./in-php";
import { LongPolls } from "./long-polls";
import { BODY_LIMITS, type BodyLimits, BodyReader } from "./read-body";
import { readRequest } from "./read-request";
import { given, isOn, type RequestInput } from "./request-input";
import { answerResPhp, type ResCall } from "./res-php";
import { sendAnswer, sendPreflight } from "./send-answer";

interface Endpoint {
  answer(call: ResCall): Promise<Answer>;
  /** What is said while the database is away, so that clients come again (protocol.md, rule 20). */
  whenAway(input: RequestInput): Answer;
}

/**
 * The classic protocol at /in.php and /res.php. The routes answer from `onRequest`, before the framework looks at
 * the body: it would refuse types that real clients send, and each answer is a few bytes that need none of its
 * serialisation.
 */
export function registerLegacy(
  app: FastifyInstance,
  ctx: DomainContext,
  options: Partial<BodyLimits> = {},
): void {
  const bodies = new BodyReader({ ...BODY_LIMITS, ...options });
  const polls = new LongPolls();
  const report = reportSometimes(ctx);
  app.addHook("preClose", async () => polls.endAll());

  const serve = (url: string, endpoint: Endpoint): void => {
    const respond = async (
      { raw, ip, query }: FastifyRequest,
      { raw: response }: FastifyReply,
    ): Promise<void> => {
      const reading = await readRequest(raw, query as Parameters<typeof readRequest>[1], bodies);
      const { input } = reading;
      let answer: Answer;
      try {
        answer = reading.ok
          ? await endpoint.answer({ input, address: ip, response, polls })
          : refused(findAddressRefusal(ctx, ip) ?? reading.code);
      } catch (error) {
        report(error, url);
        answer = endpoint.whenAway(input);
      }
      sendAnswer(response, answer, {
        json: isOn(given(input, "json")),
        anyOrigin: isOn(given(input, "header_acao")),
        hangUp: !reading.ok && reading.hangUp,
      });
    };
    app.route({
      url,
      method: ["GET", "POST", "OPTIONS"],
      exposeHeadRoute: false,
      onRequest: async (request, reply) => {
        reply.hijack();
        if (request.method === "OPTIONS") sendPreflight(reply.raw);
        else await respond(request, reply);
        return reply;
      },
      handler: () => {
        throw new Error("answered before");
      },
    });
  };

  serve("/in.php", {
    answer: ({ input, address }) => answerInPhp(ctx, input, address),
    whenAway: () => refused("ERROR_NO_SLOT_AVAILABLE"),
  });
  serve("/res.php", {
    answer: (call) => answerResPhp(ctx, call),
    whenAway: (input) =>
      refused(given(input, "action") === "get" ? "CAPCHA_NOT_READY" : "ERROR_NO_SLOT_AVAILABLE"),
  });
}

const REPORT_EVERY_MS = 1_000;

/** One line a second says enough of a database that is away; requests by the thousand would fill the log. */
function reportSometimes(ctx: DomainContext): (error: unknown, url: string) => void {
  let nextMs = 0;
  return (error, url) => {
    const nowMs = ctx.clock.nowMs();
    if (nowMs < nextMs) return;
    nextMs = nowMs + REPORT_EVERY_MS;
    ctx.log.error({ err: error, url }, "a request of the classic protocol met a fault");
  };
}
