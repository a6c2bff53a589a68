import { setMaxListeners } from "node:events";
import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import { registerDocs } from "../docs/register-docs";
import { registerJsonApi } from "../json/register-json-api";
import { LongPolls } from "../legacy/long-polls";
import { registerLegacy } from "../legacy/register-legacy";
import type { AppOptions } from "./app-options";
import { registerDemoMail } from "./demo-mail-route";
import { registerMetrics } from "./metrics-route";
import { registerMyData } from "./my-data-route";
import { registerPictures } from "./picture-routes";
import { registerProbes } from "./probe-routes";
import { requestIds } from "./request-ids";
import { sendProblem } from "./send-problem";
import { HTTP_MAX_HEADER_BYTES } from "./server-limits";
import { registerStaffActsCsv } from "./staff-acts-csv-route";
import { registerStatement } from "./statement-route";
import { registerTasksCsv } from "./tasks-csv-route";
import { registerTrpc } from "./trpc-routes";
import { registerWeb } from "./web-routes";

const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 120_000;
const KEEP_ALIVE_MS = 72_000;
const BODY_MAX_BYTES = 1024 * 1024;
/** Requests that run when the server stops get this long; streams end at once. */
const CLOSE_MAX_MS = 5_000;
const CLOSE_SWEEP_MS = 50;

/**
 * Every way in over HTTP, ready to listen. Each part stands in a scope of its own, so that what one needs (hooks,
 * parsers, headers) costs the others nothing: the classic protocol has none of them.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { ctx, config } = options;
  const app = fastify({
    // A log line for each request would cost more than many requests; faults are logged where they are met.
    logger: false,
    genReqId: requestIds(),
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: BODY_MAX_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, maxHeaderSize: HTTP_MAX_HEADER_BYTES },
    routerOptions: { maxParamLength: 2_000 },
    // Idle connections go at once, busy ones when they are done; see closeInTime for those that are not.
    forceCloseConnections: "idle",
    frameworkErrors: (_error, request, reply) =>
      void sendProblem(reply, 400, "The address is not valid.", request.id),
  });

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(reply, status, "The request is not valid.", request.id);
    ctx.log.error({ err: error, requestId: request.id, url: request.url }, "a request failed");
    return sendProblem(reply, 500, "Something went wrong on our side.", request.id);
  });

  const closing = closeInTime(app);
  const polls = new LongPolls();
  app.register(async (scope) => registerLegacy(scope, ctx, { polls }));
  app.register(async (scope) => registerJsonApi(scope, ctx, { polls }));
  app.register(async (scope) => registerTrpc(scope, options, closing));
  app.register(async (scope) => registerPictures(scope, options));
  app.register(async (scope) => registerStatement(scope, options));
  app.register(async (scope) => registerTasksCsv(scope, options));
  app.register(async (scope) => registerMyData(scope, options));
  app.register(async (scope) => registerStaffActsCsv(scope, options));
  app.register(async (scope) => registerProbes(scope, options));
  app.register(async (scope) => registerMetrics(scope, options));
  app.register(async (scope) => registerDemoMail(scope, options));
  app.register(async (scope) => registerDocs(scope, options));
  await registerWeb(app, options);
  await app.ready();
  return app;
}

/**
 * The signal says that the server stops. Connections are closed as their last request ends, and after a while all
 * that are left. (Node itself looks only once for idle ones, before the streams have ended.)
 */
function closeInTime(app: FastifyInstance): AbortSignal {
  const closing = new AbortController();
  // Every open stream and long poll listens; Node would take so many for a leak.
  setMaxListeners(0, closing.signal);
  app.addHook("preClose", async () => {
    closing.abort();
    const sweep = setInterval(() => app.server.closeIdleConnections(), CLOSE_SWEEP_MS);
    const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_MAX_MS);
    app.server.once("close", () => {
      clearInterval(sweep);
      clearTimeout(cut);
    });
  });
  return closing.signal;
}
