import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AppOptions } from "../http/app-options";
import { pageHeaders } from "../http/security-headers";
import { TEST_PICTURES } from "../test-mode/test-pictures";
import { DOCS_NAV, DOCS_PAGES } from "./docs-pages";
import { DOCS_STYLE } from "./docs-style";
import { errorPath } from "./error-pages";
import { llmsText } from "./llms-text";
import { buildOpenApi } from "./openapi/build-openapi";
import { renderPage } from "./page";
import { REFERENCE_PAGE } from "./reference-page";
import { SAMPLE_FILES } from "./sample-files";
import { TRY_IT_SCRIPT } from "./try-it-script";

/** Stricter than the app's own pages: nothing inline, nothing from elsewhere, requests to ourselves only. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const HTML = "text/html; charset=utf-8";
const MINUTES_5 = "public, max-age=300";

/**
 * The documentation at /docs, /openapi.json and /llms.txt. Pages are made from data in this folder when they are asked
 * for: only the address that the reader used differs, and it is part of every example.
 */
export function registerDocs(app: FastifyInstance, { config }: Pick<AppOptions, "config">): void {
  const headers = { ...pageHeaders(config.publicUrl), "content-security-policy": DOCS_POLICY };
  const send = (reply: FastifyReply, mediaType: string, body: string | Buffer): FastifyReply =>
    reply.headers(headers).header("cache-control", MINUTES_5).header("content-type", mediaType).send(body);
  const originOf = (request: FastifyRequest): string => readOrigin(request, config.publicUrl);

  for (const page of DOCS_PAGES) {
    app.get(page.path, async (request, reply) =>
      send(
        reply.header("vary", "host"),
        HTML,
        renderPage(page, { nav: DOCS_NAV, origin: originOf(request), script: page === REFERENCE_PAGE }),
      ),
    );
  }
  // A code as it stands in an answer, colon and space included, leads to its page as well.
  app.get<{ Params: { code: string } }>("/docs/errors/:code", async ({ params }, reply) => {
    const path = errorPath(params.code.trim());
    if (path === `/docs/errors/${params.code}` || !DOCS_PAGES.some((page) => page.path === path)) {
      return reply.callNotFound();
    }
    return reply.redirect(path);
  });
  app.get("/docs/", async (_request, reply) => reply.redirect("/docs"));
  app.get("/openapi.json", async (request, reply) =>
    send(
      reply.header("vary", "host"),
      "application/json; charset=utf-8",
      JSON.stringify(buildOpenApi(originOf(request))),
    ),
  );
  app.get("/llms.txt", async (request, reply) =>
    send(reply.header("vary", "host"), "text/plain; charset=utf-8", llmsText(originOf(request))),
  );
  app.get("/docs/assets/docs.css", async (_request, reply) =>
    send(reply, "text/css; charset=utf-8", DOCS_STYLE),
  );
  app.get("/docs/assets/try-it.js", async (_request, reply) =>
    send(reply, "text/javascript; charset=utf-8", TRY_IT_SCRIPT),
  );
  for (const { name, mediaType, bytes } of SAMPLE_FILES) {
    app.get(`/docs/assets/${name}`, async (_request, reply) => send(reply, mediaType, bytes));
  }
  for (const { name, bytes } of TEST_PICTURES) {
    app.get(`/docs/assets/${name}`, async (_request, reply) => send(reply, "image/png", bytes));
  }
}

/** How the reader reached us. A Host that is none (anything can be sent as one) is not repeated into a page. */
function readOrigin({ protocol, host }: FastifyRequest, publicUrl: string): string {
  return /^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : publicUrl;
}
