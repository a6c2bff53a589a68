import type { IncomingMessage } from "node:http";
import { type BodyReader, type BodyRefusal, hasBody } from "../legacy/read-body";
import { parseJsonObject } from "../wire/parse-json-object";

export type JsonRequestReading =
  | { ok: true; values: Record<string, unknown>; raw: Buffer }
  /** `raw` is what was received, when all of it was. */
  | { ok: false; code: BodyRefusal; hangUp: boolean; raw: Buffer | null };

const NOTHING = Buffer.alloc(0);

/** The JSON object of a request, whatever type the client gave it. One without a body says nothing. Never rejects. */
export async function readJsonRequest(
  request: IncomingMessage,
  bodies: BodyReader,
): Promise<JsonRequestReading> {
  if (!hasBody(request)) return { ok: true, values: {}, raw: NOTHING };
  const body = await bodies.read(request);
  if (!body.ok) return { ok: false, code: body.code, hangUp: body.hangUp, raw: null };
  const values = parseJsonObject(body.bytes);
  if (values === null) return { ok: false, code: "ERROR_UPLOAD", hangUp: false, raw: body.bytes };
  return { ok: true, values, raw: body.bytes };
}
