import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import busboy from "busboy";

/**
 * What a server costs that does nothing: a constant for every GET, and for every POST a constant after its body,
 * multipart or JSON, has been parsed. Run as a process of its own; tells its port to its parent and ends with it.
 */
const server = createServer((request, response) => {
  const done = () => end(response, "OK|1234567890123456");
  if (request.method !== "POST") end(response, "CAPCHA_NOT_READY");
  else if (request.headers["content-type"] === "application/json") parseJson(request, done);
  else parse(request, done);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));

function parse(request: IncomingMessage, done: () => void): void {
  const parser = busboy({ headers: request.headers });
  parser.on("file", (_name, file) => file.resume());
  parser.on("close", done);
  request.pipe(parser);
}

function parseJson(request: IncomingMessage, done: () => void): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    JSON.parse(Buffer.concat(chunks).toString("utf8"));
    done();
  });
}

function end(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "content-length": body.length });
  response.end(body);
}
