import { findAddressRefusal } from "@sightline/domain/api-keys/admit-caller";
import type { DomainContext } from "@sightline/domain/context";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendPreflight } from "../wire/cross-origin";
import { reportSometimes } from "../wire/report-sometimes";
import { given, isOn } from "../wire/wire-input";
import { type Answer, refused } from "./answer";
import type { ClassicCall } from "./classic-call";
import { fromQuery } from "./decode-form";
import { dumpRequest } from "./dump-request";
import { answerInPhp } from "./in-php";
import { limitHeaders } from "./limit-headers";
import { answerLoadPhp } from "./load-php";
import { LongPolls } from "./long-polls";
import { noteClassicCall } from "./note-classic-call";
import { BODY_LIMITS, type BodyLimits, BodyReader } from "./read-body";
import { readRequest } from "./read-request";
import type { RequestInput } from "./request-input";
import { answerResPhp } from "./res-php";
import { sendAnswer } from "./send-answer";

interface Endpoint {
  answer(call: ClassicCall): Promise<Answer>;
  /** What is said while the database is away, so that clients come again (protocol.md, rule 20). */
  whenAway(input: RequestInput): Answer;
}

/**
 * The classic protocol at /in.php, /res.php and the old /load.php. The routes answer from `onRequest`, before the framework looks at
 * the body: it would refuse types that real clients send, and each answer is a few bytes that need none of its
 * serialisation.
 */
export function registerLegacy(
  app: FastifyInstance,
  ctx: DomainContext,
  { polls = new LongPolls(), ...limits }: Partial<BodyLimits> & { polls?: LongPolls } = {},
): void {
  const bodies = new BodyReader({ ...BODY_LIMITS, ...limits });
  const report = reportSometimes(ctx);
  app.addHook("preClose", async () => polls.endAll());

  const serve = (url: string, endpoint: Endpoint): void => {
    const respond = async (
      { raw, ip, query }: FastifyRequest,
      { raw: response }: FastifyReply,
    ): Promise<void> => {
      const startedMs = performance.now();
      const asked = query as Parameters<typeof fromQuery>[0];
      const reading = await readRequest(raw, asked, bodies);
      const { input } = reading;
      const idempotencyKey = raw.headers["idempotency-key"]?.toString();
      const call: ClassicCall = { input, address: ip, idempotencyKey, response, polls };
      let answer: Answer;
      try {
        answer = reading.ok
          ? await endpoint.answer(call)
          : refused(findAddressRefusal(ctx, ip) ?? reading.code);
      } catch (error) {
        report(error, url);
        answer = endpoint.whenAway(input);
      }
      const text = sendAnswer(response, answer, {
        json: isOn(given(input, "json")),
        anyOrigin: isOn(given(input, "header_acao")),
        hangUp: !reading.ok && reading.hangUp,
        dump: isOn(given(input, "debug_dump")) ? dumpRequest(fromQuery(asked), reading.body) : null,
        headers: limitHeaders(ctx, call, answer),
      });
      noteClassicCall(ctx, call, { request: raw, url, answer, text, startedMs });
    };
    app.route({
      url,
      method: ["GET", "POST", "OPTIONS"],
      exposeHeadRoute: false,
      onRequest: async (request, reply) => {
        reply.hijack();
        if (request.method === "OPTIONS") sendPreflight(reply.raw, "GET, POST, OPTIONS");
        else await respond(request, reply);
        return reply;
      },
      handler: () => {
        throw new Error("answered before");
      },
    });
  };

  serve("/in.php", {
    answer: (call) => answerInPhp(ctx, call),
    whenAway: () => refused("ERROR_NO_SLOT_AVAILABLE"),
  });
  serve("/res.php", {
    answer: (call) => answerResPhp(ctx, call),
    whenAway: (input) =>
      refused(
        READS_OF_RESULTS.has(given(input, "action") ?? "") ? "CAPCHA_NOT_READY" : "ERROR_NO_SLOT_AVAILABLE",
      ),
  });
  serve("/load.php", {
    answer: (call) => answerLoadPhp(ctx, call),
    whenAway: () => refused("ERROR_NO_SLOT_AVAILABLE"),
  });
}

const READS_OF_RESULTS = new Set(["get", "get2"]);
