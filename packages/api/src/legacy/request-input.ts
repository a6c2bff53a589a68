/**
 * One request of the classic protocol, whatever it was encoded in: every value as text, later ones over earlier
 * ones, the body's over the query's. `fields` has no prototype, so that a parameter named `__proto__` is a
 * parameter. `misshapen` says that a name which takes one value came with brackets, a list or an object.
 */
export interface RequestInput {
  fields: Record<string, string>;
  files: Record<string, Buffer>;
  misshapen: boolean;
}

export const MAX_FIELDS = 200;

/** Every parameter of in.php and res.php that takes one value; a name that is not here is ignored, however written. */
const SINGLE_PARAMETERS = new Set(
  `key method json header_acao soft_id pingback lang language debug_dump proxy proxytype file body image
  phrase regsense numeric calc min_len max_len textinstructions imginstructions textcaptcha recaptcha canvas
  coordinatescaptcha recaptcharows recaptchacols min_clicks max_clicks previousID can_no_answer img_type angle
  googlekey sitekey publickey pageurl version action enterprise invisible domain min_score surl userAgent
  cookies id ids wait addr`.split(/\s+/),
);

export function emptyInput(): RequestInput {
  return {
    fields: Object.create(null) as Record<string, string>,
    files: Object.create(null) as Record<string, Buffer>,
    misshapen: false,
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
  } else if (value !== null && value !== undefined && takesOneValue(name)) {
    input.misshapen = true;
  }
}

/** The value of a parameter, or undefined when it was not given: absent, empty, or an unset variable's name. */
export function given(input: RequestInput, name: string): string | undefined {
  const value = input.fields[name];
  return value === "" || value === "undefined" ? undefined : value;
}

/** `1` and `true` switch a flag of the wire format on; anything else leaves it off. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function takesOneValue(name: string): boolean {
  const bracket = name.indexOf("[");
  return SINGLE_PARAMETERS.has(bracket < 0 ? name : name.slice(0, bracket));
}
