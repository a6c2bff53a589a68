import { parseJsonObject } from "../wire/parse-json-object";
import { addField, emptyInput, MAX_FIELDS, type RequestInput } from "./request-input";

/** The fields of a JSON object, or null when the body is not one. */
export function decodeJson(body: Buffer): RequestInput | null {
  const parsed = parseJsonObject(body);
  if (parsed === null) return null;
  const entries = Object.entries(parsed);
  if (entries.length > MAX_FIELDS) return null;
  const input = emptyInput();
  for (const [name, value] of entries) addField(input, name, value);
  return input;
}
