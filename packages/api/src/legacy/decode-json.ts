import { addField, emptyInput, MAX_FIELDS, type RequestInput } from "./request-input";

/** A request is a flat object of a few long strings; a body of many small values is an attack on memory. */
const MAX_BYTES_OUTSIDE_STRINGS = 16_384;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The fields of a JSON object, or null when the body is not one. */
export function decodeJson(body: Buffer): RequestInput | null {
  if (countBytesOutsideStrings(body) > MAX_BYTES_OUTSIDE_STRINGS) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(withoutByteOrderMark(body.toString("utf8")));
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const entries = Object.entries(parsed);
  if (entries.length > MAX_FIELDS) return null;
  const input = emptyInput();
  for (const [name, value] of entries) addField(input, name, value);
  return input;
}

/** What the parser would have to allocate for, at most: a megabyte of brackets becomes fifty of arrays. */
function countBytesOutsideStrings(body: Buffer): number {
  let outside = 0;
  let at = 0;
  while (at < body.length) {
    const opening = body.indexOf(QUOTE, at);
    if (opening < 0) return outside + body.length - at;
    outside += opening - at + 1;
    if (outside > MAX_BYTES_OUTSIDE_STRINGS) return outside;
    at = findStringEnd(body, opening + 1);
  }
  return outside;
}

/** The index after the quote that closes a string: one that an even number of backslashes stands before. */
function findStringEnd(body: Buffer, from: number): number {
  let closing = body.indexOf(QUOTE, from);
  while (closing >= 0) {
    let escapes = 0;
    while (closing - escapes > from && body[closing - escapes - 1] === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return closing + 1;
    closing = body.indexOf(QUOTE, closing + 1);
  }
  return body.length;
}

function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
