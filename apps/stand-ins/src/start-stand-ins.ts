import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerArkose } from "./arkose";
import { answerHcaptcha } from "./hcaptcha";
import { answerRecaptcha } from "./recaptcha";
import type { Call, Reply } from "./reply";
import { TokenBook } from "./token-book";

export interface StandIns {
  url: string;
  stop(): Promise<void>;
}

const BODY_MAX_BYTES = 64 * 1024;

/**
 * Servers that behave as the vendors document their own: script, frames and siteverify, on one loopback port. For
 * tests and the demo only; a token from here says that it is a stand-in's, and opens nothing anywhere else.
 */
export async function startStandIns(port = 0): Promise<StandIns> {
  const tokens = new TokenBook();
  const server = createServer((request, response) => {
    void answer(request, response, tokens).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listening}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, tokens: TokenBook): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const call: Call = {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    origin: url.origin,
    body: await readBody(request),
  };
  const reply = answerRecaptcha(call, tokens) ?? answerHcaptcha(call, tokens) ?? answerArkose(call, tokens);
  send(response, reply ?? { status: 404, mediaType: "text/plain", body: "nothing here" });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > BODY_MAX_BYTES) throw new Error("too much");
  }
  return body;
}

function send(response: ServerResponse, { status = 200, mediaType, body }: Reply): void {
  response
    .writeHead(status, { "content-type": `${mediaType}; charset=utf-8`, "cache-control": "no-store" })
    .end(body);
}
