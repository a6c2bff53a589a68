/** A request is an object of a few long strings; a body of many small values is an attack on memory. */
const MAX_BYTES_OUTSIDE_STRINGS = 16_384;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The object that a body holds as JSON, or null when it holds none or is made of too many pieces. Never throws. */
export function parseJsonObject(body: Buffer): Record<string, unknown> | null {
  if (countBytesOutsideStrings(body) > MAX_BYTES_OUTSIDE_STRINGS) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(withoutByteOrderMark(body.toString("utf8")));
  } catch {
    return null;
  }
  return isJsonObject(parsed) ? parsed : null;
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
