import { TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerCall, type CallReply, describeFailure } from "../trpc/answer-call";
import type { RequestContext } from "../trpc/request-context";
import { streamCall } from "../trpc/stream-call";
import type { AppOptions } from "./app-options";
import { requestVisit } from "./request-visit";
import { isSameOrigin } from "./same-origin";
import { DATA_HEADERS } from "./security-headers";

const BODY_MAX_BYTES = 256 * 1024;
/** Acts: an answer of a million characters is told that it is too long, and the others of its call are taken. */
const ACTS_MAX_BYTES = 2 * 1024 * 1024;
const ACTS_PATHS = ["work.act", "sandbox.act"];
const BATCH_MAX = 20;
const MULTI_STATUS = 207;

type Call = FastifyRequest<{ Params: { path: string }; Querystring: Record<string, string | undefined> }>;

/**
 * All procedures, at /trpc/<path>, as tRPC's `httpLink`, `httpBatchLink` and `httpSubscriptionLink` call them.
 * `closing` ends the streams when the server stops.
 */
export function registerTrpc(app: FastifyInstance, options: AppOptions, closing: AbortSignal): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string", bodyLimit: BODY_MAX_BYTES }, parseJson);

  app.addHook("onRequest", async (request) => {
    if (isSameOrigin(request, options.config.publicUrl)) return;
    throw new TRPCError({ code: "FORBIDDEN", message: "Calls from pages of other origins are refused." });
  });

  app.setErrorHandler((error, request, reply) => {
    const { status, body } = describeFailure(asTrpcError(error), requestContext(options, request, reply));
    return sendJson(reply, status, body);
  });

  const answer =
    (fixedPath?: string) =>
    async (request: Call, reply: FastifyReply): Promise<FastifyReply> => {
      const context = requestContext(options, request, reply);
      const path = fixedPath ?? request.params.path;
      if (request.headers.accept === "text/event-stream") {
        const input = streamInput(request);
        reply.hijack();
        await streamCall(context, { path, input }, reply.raw, closing);
        return reply;
      }
      const readInput = () => (request.method === "POST" ? request.body : parsedInput(request));
      const type = request.method === "POST" ? "mutation" : "query";
      const { status, body } =
        request.query.batch === "1"
          ? await answerBatch(context, path, type, readInput)
          : await answerCall(context, { path, type, readInput });
      return sendJson(reply, status, body);
    };
  const route = { method: ["GET", "POST"], exposeHeadRoute: false };
  app.route({ ...route, url: "/trpc/:path", handler: answer() });
  for (const path of ACTS_PATHS)
    app.route({ ...route, url: `/trpc/${path}`, bodyLimit: ACTS_MAX_BYTES, handler: answer(path) });
}

function requestContext(
  { ctx, auth, config }: AppOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext {
  return {
    domain: ctx,
    auth,
    publicUrl: config.publicUrl,
    appOrigin: request.headers.origin ?? new URL(config.publicUrl).origin,
    challengeHost: config.challengeHost ?? null,
    visit: requestVisit(request),
    requestId: request.id,
    setCookies: (values) => {
      for (const value of values) reply.header("set-cookie", value);
    },
  };
}

function sendJson(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply
    .code(status)
    .headers(DATA_HEADERS)
    .header("content-type", "application/json; charset=utf-8")
    .send(body);
}

/** A mutation without input has no body, whatever its Content-Type says. */
function parseJson(
  _request: unknown,
  body: string | Buffer,
  done: (error: Error | null, parsed?: unknown) => void,
): void {
  try {
    done(null, body.length === 0 ? undefined : JSON.parse(body.toString()));
  } catch {
    done(new TRPCError({ code: "PARSE_ERROR", message: "The body is not JSON." }));
  }
}

function parsedInput({ query }: Call): unknown {
  const { input } = query;
  if (input === undefined || input === "") return undefined;
  try {
    return JSON.parse(input);
  } catch {
    throw new TRPCError({ code: "PARSE_ERROR", message: "The input is not JSON." });
  }
}

/** What the stream was asked for, with the last event that a reconnecting browser has seen. */
function streamInput(request: Call): unknown {
  const input = parsedInput(request);
  const lastEventId = request.headers["last-event-id"] ?? request.query.lastEventId;
  if (lastEventId === undefined) return input;
  return { ...(typeof input === "object" ? input : {}), lastEventId };
}

/** Several calls in one request: paths with commas between them, inputs by their number, replies in their order. */
async function answerBatch(
  context: RequestContext,
  path: string,
  type: "query" | "mutation",
  readInputs: () => unknown,
): Promise<CallReply> {
  const paths = path.split(",");
  if (paths.length > BATCH_MAX)
    throw new TRPCError({ code: "BAD_REQUEST", message: "Too many calls at once." });
  const inputs = readInputs();
  const inputOf = (index: number): unknown => (inputs as Record<number, unknown> | null | undefined)?.[index];
  const replies = await Promise.all(
    paths.map((one, index) => answerCall(context, { path: one, type, readInput: () => inputOf(index) })),
  );
  const [first] = replies;
  const status = replies.every((reply) => reply.status === first?.status)
    ? (first?.status ?? 200)
    : MULTI_STATUS;
  return { status, body: `[${replies.map(({ body }) => body).join(",")}]` };
}

function asTrpcError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 413) return new TRPCError({ code: "PAYLOAD_TOO_LARGE", message: "The body is too large." });
  if (status === 415) return new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE", message: "Send JSON." });
  if (status !== undefined && status < 500)
    return new TRPCError({ code: "BAD_REQUEST", message: "The request is not valid." });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
}
