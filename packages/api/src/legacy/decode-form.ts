import { parse } from "node:querystring";
import { addField, emptyInput, MAX_FIELDS, type RequestInput } from "./request-input";

const AMPERSAND = 0x26;

/** The fields of a urlencoded body, or null when there are too many. What is no valid escape stays as it is. */
export function decodeForm(body: Buffer): RequestInput | null {
  if (hasTooManyFields(body)) return null;
  return fromQuery(parse(body.toString("utf8"), "&", "=", { maxKeys: 0 }));
}

/** The fields of a query that was parsed already; of a repeated name the last value counts. */
export function fromQuery(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): RequestInput {
  const input = emptyInput();
  for (const name in query) {
    const value = query[name];
    addField(input, name, typeof value === "object" ? value.at(-1) : value);
  }
  return input;
}

function hasTooManyFields(body: Buffer): boolean {
  let fields = 1;
  for (let at = body.indexOf(AMPERSAND); at >= 0; at = body.indexOf(AMPERSAND, at + 1)) {
    if (++fields > MAX_FIELDS) return true;
  }
  return false;
}
