import type { DomainContext } from "@sightline/domain/context";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LongPolls } from "../legacy/long-polls";
import { BODY_LIMITS, type BodyLimits, BodyReader } from "../legacy/read-body";
import { sendPreflight } from "../wire/cross-origin";
import { reportSometimes } from "../wire/report-sometimes";
import { answerCall } from "./answer-call";
import { JsonRefusal } from "./json-refusal";
import type { Meter, Method } from "./method-call";
import { METHODS } from "./methods";
import { noteJsonCall } from "./note-json-call";
import { readJsonRequest } from "./read-json-request";
import { sendJson, sendText } from "./send-json";
import { steeringHeaders } from "./steering-headers";
import { describeRequest } from "./test-method";

export interface JsonApiOptions extends Partial<BodyLimits> {
  /** Those of the classic protocol: requests that wait count together. */
  polls?: LongPolls;
}

/**
 * The JSON API: each method at an address of its own, called by POST. The routes answer from `onRequest`, before
 * the framework looks at the body: it would refuse types that real clients send. An address that is no method is one
 * that does not exist, but JSON that is posted to it gets the protocol's own word for that.
 */
export function registerJsonApi(
  app: FastifyInstance,
  ctx: DomainContext,
  { polls = new LongPolls(), ...limits }: JsonApiOptions = {},
): void {
  const bodies = new BodyReader({ ...BODY_LIMITS, ...limits });
  const report = reportSometimes(ctx);
  app.addHook("preClose", async () => polls.endAll());

  const call = async (method: Method, url: string, request: FastifyRequest, reply: FastifyReply) => {
    const { raw, ip, headers, query } = request;
    const { raw: response } = reply;
    const startedMs = performance.now();
    const reading = await readJsonRequest(raw, bodies);
    const wait = lastText((query as Record<string, unknown>).wait);
    const idempotencyKey = lastText(headers["idempotency-key"]);
    const meter: Meter = { address: ip };
    let answer: object;
    let refusal: JsonRefusal | null = null;
    try {
      answer = await answerCall(method, { ctx, meter, reading, wait, idempotencyKey, response, polls });
    } catch (error) {
      if (error instanceof JsonRefusal) {
        refusal = error;
        answer = error.toAnswer();
      } else {
        report(error, url);
        answer = whenAway(url);
      }
    }
    const hangUp = !reading.ok && reading.hangUp;
    const text = sendJson(response, answer, { hangUp, headers: steeringHeaders(ctx, meter, refusal) });
    const code = refusal?.code ?? codeOf(answer);
    noteJsonCall(ctx, meter, { request: raw, url, reading, answer, code, text, startedMs });
  };

  for (const [name, method] of Object.entries(METHODS)) {
    const url = `/${name}`;
    serve(app, url, (request, reply) => call(method, url, request, reply));
  }
  serve(app, "/test", async ({ raw }, reply) => {
    const reading = await readJsonRequest(raw, bodies);
    const text = describeRequest(reading.ok ? reading.values : null, reading.raw);
    sendText(reply.raw, text, { hangUp: !reading.ok && reading.hangUp });
  });
  refuseOtherMethods(app, bodies);
}

/** JSON that is posted to a top-level address where nothing is. */
function refuseOtherMethods(app: FastifyInstance, bodies: BodyReader): void {
  app.post("/:method", {
    onRequest: async (request, reply) => {
      if (!isJson(request.headers["content-type"])) return reply.callNotFound();
      reply.hijack();
      const reading = await readJsonRequest(request.raw, bodies);
      sendJson(reply.raw, new JsonRefusal("ERROR_NO_SUCH_METHOD").toAnswer(), {
        hangUp: !reading.ok && reading.hangUp,
        headers: [],
      });
      return reply;
    },
    handler: answeredBefore,
  });
}

function serve(
  app: FastifyInstance,
  url: string,
  respond: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  app.route({
    url,
    method: ["POST", "OPTIONS"],
    onRequest: async (request, reply) => {
      reply.hijack();
      if (request.method === "OPTIONS") sendPreflight(reply.raw, "POST, OPTIONS");
      else await respond(request, reply);
      return reply;
    },
    handler: answeredBefore,
  });
}

/** The classic protocol's word for an answer that is no refusal. */
function codeOf(answer: object): string {
  if ("errorCode" in answer) return String(answer.errorCode);
  return "status" in answer && answer.status === "processing" ? "CAPCHA_NOT_READY" : "OK";
}

/** While the database is away clients are told to come again (protocol.md, rule 20). */
function whenAway(url: string): object {
  if (url === "/getTaskResult") return { errorId: 0, status: "processing" };
  return new JsonRefusal("ERROR_NO_SLOT_AVAILABLE").toAnswer();
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/json";
}

/** The last value wins where a name was given more than once. */
function lastText(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === "string" ? last : undefined;
}

function answeredBefore(): never {
  throw new Error("answered before");
}
