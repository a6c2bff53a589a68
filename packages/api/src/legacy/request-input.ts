import { isJsonObject } from "../wire/parse-json-object";
import type { WireInput } from "../wire/wire-input";

/**
 * One request of the classic protocol, whatever it was encoded in: every value as text, later ones over earlier
 * ones, the body's over the query's. `misshapen` says that a name which takes one value came with brackets, a list
 * or an object. `uploads` is what clients claim of their files: only shown back to them, never believed.
 */
export interface RequestInput extends WireInput {
  misshapen: boolean;
  uploads: Record<string, { fileName: string; mediaType: string }>;
}

export const MAX_FIELDS = 200;

/** Every parameter of in.php and res.php that takes one value; a name that is not here is ignored, however written. */
const SINGLE_PARAMETERS = new Set(
  `key method json header_acao soft_id pingback lang language debug_dump proxy proxytype file body image
  phrase regsense numeric calc min_len max_len textinstructions imginstructions textcaptcha recaptcha canvas
  coordinatescaptcha recaptcharows recaptchacols min_clicks max_clicks previousID can_no_answer img_type angle
  googlekey sitekey publickey pageurl version action enterprise invisible domain min_score surl userAgent
  cookies id ids wait addr date`.split(/\s+/),
);

export function emptyInput(): RequestInput {
  return {
    fields: Object.create(null) as Record<string, string>,
    files: Object.create(null) as Record<string, Buffer>,
    misshapen: false,
    uploads: Object.create(null) as RequestInput["uploads"],
  };
}

/** Adds one value as it came: text, or whatever JSON can hold. */
export function addField(input: RequestInput, name: string, value: unknown): void {
  if (typeof value === "string") {
    input.fields[name] = value;
    if (name.includes("[") && takesOneValue(name)) input.misshapen = true;
  } else if (typeof value === "number") {
    // Digits, as far as a number carries them: an id of thirty digits is still an id.
    input.fields[name] = Number.isInteger(value) ? BigInt(value).toString() : String(value);
  } else if (typeof value === "boolean") {
    input.fields[name] = String(value);
  } else if (name === "data" && isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) addField(input, `data[${key}]`, inner);
  } else if (value !== null && value !== undefined && takesOneValue(name)) {
    input.misshapen = true;
  }
}

function takesOneValue(name: string): boolean {
  const bracket = name.indexOf("[");
  return SINGLE_PARAMETERS.has(bracket < 0 ? name : name.slice(0, bracket));
}
