import type { ServerResponse } from "node:http";

const EXPOSED = "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Sightline-Notice";

/** Lets pages of any origin read an answer and what its headers say: names and values in turn. */
export const ANY_ORIGIN_HEADERS = [
  ["Access-Control-Allow-Origin", "*"],
  ["Access-Control-Expose-Headers", EXPOSED],
].flat();

/** What a browser asks before it lets a page of another origin post to us. */
export function sendPreflight(response: ServerResponse, methods: string): void {
  response
    .writeHead(204, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": EXPOSED,
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": "Content-Type, Idempotency-Key",
      "Access-Control-Max-Age": "86400",
    })
    .end();
}
