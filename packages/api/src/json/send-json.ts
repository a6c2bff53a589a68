import type { ServerResponse } from "node:http";
import { ANY_ORIGIN_HEADERS } from "../wire/cross-origin";

/** Names and values in turn, the form that Node writes without another copy. */
const HEADERS = [
  ["X-Content-Type-Options", "nosniff"],
  ["Cache-Control", "no-store"],
  // Keys travel in the body, never in a cookie, so a page of any origin may ask for what its own key may see.
  ANY_ORIGIN_HEADERS,
].flat();

/** Every answer has status 200, errors included: clients take anything else for an outage. Returns what was sent. */
export function sendJson(
  response: ServerResponse,
  answer: object,
  { hangUp, headers }: { hangUp: boolean; headers: readonly string[] },
): string {
  const text = JSON.stringify(answer);
  send(response, "application/json; charset=utf-8", text, hangUp, headers);
  return text;
}

export function sendText(response: ServerResponse, text: string, { hangUp }: { hangUp: boolean }): void {
  send(response, "text/plain; charset=utf-8", text, hangUp, []);
}

function send(
  response: ServerResponse,
  contentType: string,
  body: string,
  hangUp: boolean,
  more: readonly string[],
): void {
  const length = String(Buffer.byteLength(body));
  const all = ["Content-Type", contentType, ...HEADERS, "Content-Length", length, ...more];
  if (hangUp) all.push("Connection", "close");
  response.writeHead(200, all).end(body);
}
