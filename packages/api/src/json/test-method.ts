const MAX_VALUE_CHARACTERS = 2_000;
const MAX_RAW_CHARACTERS = 100_000;

/**
 * What `/test` says, for people who look for the fault in their request: the properties as they were understood,
 * then the body as it came. Long values are cut, so that nobody gets more back than a page can show.
 */
export function describeRequest(values: Record<string, unknown> | null, raw: Buffer | null): string {
  const parsed = values === null ? "The body is no JSON object." : JSON.stringify(values, cutLong, 2);
  const body =
    raw === null ? "(the body was not received whole)" : cut(raw.toString("utf8"), MAX_RAW_CHARACTERS);
  return `${parsed}\n\n${body}`;
}

function cutLong(_name: string, value: unknown): unknown {
  return typeof value === "string" ? cut(value, MAX_VALUE_CHARACTERS) : value;
}

function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  return `${text.slice(0, maxCharacters)}... (${text.length} characters)`;
}
