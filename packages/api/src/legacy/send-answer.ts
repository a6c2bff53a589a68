import type { ServerResponse } from "node:http";
import { ANY_ORIGIN_HEADERS } from "../wire/cross-origin";
import { type Answer, encodeAnswer } from "./answer";

export interface WireFormat {
  json: boolean;
  /** `header_acao`: pages of other origins may read the answer. */
  anyOrigin: boolean;
  /** End the connection after the answer. */
  hangUp: boolean;
  /** What came, to be shown before the answer; never as anything but plain text. */
  dump: string | null;
  /** Further headers, names and values in turn. */
  headers: readonly string[];
}

const TEXT_HEADERS = headersFor("text/plain; charset=utf-8");
const JSON_HEADERS = headersFor("application/json; charset=utf-8");
const XML_HEADERS = headersFor("text/xml; charset=utf-8");

/**
 * Every answer has status 200, errors included: clients take anything else for an outage. Returns the answer's text,
 * without what was dumped before it.
 */
export function sendAnswer(response: ServerResponse, answer: Answer, format: WireFormat): string {
  const text = encodeAnswer(answer, format.json);
  const body = (format.dump ?? "") + text;
  const all = [...contentHeaders(answer, format), "Content-Length", String(Buffer.byteLength(body))];
  all.push(...format.headers);
  if (format.anyOrigin) all.push(...ANY_ORIGIN_HEADERS);
  if (format.hangUp) all.push("Connection", "close");
  response.writeHead(200, all).end(body);
  return text;
}

function contentHeaders(answer: Answer, { json, dump }: WireFormat): string[] {
  if (dump !== null) return TEXT_HEADERS;
  if (answer.ok && answer.xml) return XML_HEADERS;
  return json ? JSON_HEADERS : TEXT_HEADERS;
}

/** Names and values in turn, the form that Node writes without another copy. */
function headersFor(contentType: string): string[] {
  return Object.entries({
    "Content-Type": contentType,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  }).flat();
}
