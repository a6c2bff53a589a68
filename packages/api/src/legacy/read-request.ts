import type { IncomingMessage } from "node:http";
import { given } from "../wire/wire-input";
import { decodeForm, fromQuery } from "./decode-form";
import { decodeJson } from "./decode-json";
import { decodeMultipart } from "./decode-multipart";
import { type BodyReader, type BodyRefusal, hasBody } from "./read-body";
import { emptyInput, type RequestInput } from "./request-input";

/**
 * `input` is query and body together, or the query alone when the body could not be read; `body` is the body alone,
 * to be shown to who asks what came.
 */
export type RequestReading = { input: RequestInput; body: RequestInput } & (
  | { ok: true }
  | { ok: false; code: BodyRefusal; hangUp: boolean }
);

/**
 * Any encoding that clients use, as one flat input: query and body together, the body's value where both give one.
 * What the body is, is seen from itself (clients send JSON as text/plain, and forms without any type), but for
 * multipart, whose boundary stands in the header. Never rejects.
 */
export async function readRequest(
  request: IncomingMessage,
  query: Parameters<typeof fromQuery>[0],
  bodies: BodyReader,
): Promise<RequestReading> {
  const input = fromQuery(query);
  if (!hasBody(request)) return { ok: true, input, body: NO_BODY };
  const body = await bodies.read(request);
  if (!body.ok) return { ok: false, input, body: NO_BODY, code: body.code, hangUp: body.hangUp };
  // What a decoder did not foresee is the body's fault, too: the client gets an answer, not a hang.
  const decoded = await decodeBody(body.bytes, request.headers["content-type"] ?? "").catch(() => null);
  if (decoded === null) return { ok: false, input, body: NO_BODY, code: "ERROR_UPLOAD", hangUp: false };
  mergeInto(input, decoded);
  return { ok: true, input, body: decoded };
}

const NO_BODY: RequestInput = emptyInput();

async function decodeBody(body: Buffer, contentType: string): Promise<RequestInput | null> {
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === "multipart/form-data") return decodeMultipart(body, contentType);
  const looksLikeJson = /^\s*\{/.test(body.toString("utf8", 0, 64).replace("\ufeff", ""));
  if (looksLikeJson || (mediaType === "application/json" && body.length > 0)) return decodeJson(body);
  return decodeForm(body);
}

function mergeInto(input: RequestInput, body: RequestInput): void {
  for (const name in body.fields) {
    const value = given(body, name);
    if (value !== undefined || input.fields[name] === undefined) input.fields[name] = body.fields[name] ?? "";
  }
  input.files = body.files;
  input.uploads = body.uploads;
  input.misshapen ||= body.misshapen;
}
