import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import busboy from "busboy";

/**
 * What a server costs that does nothing: a constant for every GET, and for every POST a constant after the multipart
 * body has been parsed. Run as a process of its own; tells its port to its parent and ends with it.
 */
const server = createServer((request, response) => {
  if (request.method === "POST") parse(request, () => end(response, "OK|1234567890123456"));
  else end(response, "CAPCHA_NOT_READY");
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

function end(response: ServerResponse, body: string): void {
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "content-length": body.length });
  response.end(body);
}
