import type { ImageHints } from "@sightline/contract/image-hints";
import { WORKER_LANGUAGES } from "@sightline/contract/worker-languages";
import { given, type RequestInput } from "./request-input";

export type HintsReading = { ok: true; hints: ImageHints } | { ok: false; errorText: string };

const MAX_INSTRUCTION_CHARACTERS = 140;

/** What the customer tells the worker about an image; a wrong value is named (protocol.md, rule 5). */
export function readImageHints(input: RequestInput): HintsReading {
  const hints: ImageHints = {};
  for (const [name, max] of [
    ["phrase", 1],
    ["regsense", 1],
    ["calc", 1],
  ] as const) {
    const value = readWholeNumber(input, name, max);
    if (value === null) return outOfRange(name, max);
    if (value === 1) hints[name] = true;
  }
  for (const [name, key, max] of NUMBERS) {
    const value = readWholeNumber(input, name, max);
    if (value === null) return outOfRange(name, max);
    if (value > 0) hints[key] = value;
  }
  if (hints.minLen !== undefined && hints.maxLen !== undefined && hints.minLen > hints.maxLen) {
    return { ok: false, errorText: "min_len is greater than max_len." };
  }
  const lang = given(input, "lang")?.toLowerCase();
  if (lang !== undefined && WORKER_LANGUAGES.has(lang)) hints.lang = lang;
  const instructions = given(input, "textinstructions");
  if (instructions === undefined) return { ok: true, hints };
  if ([...instructions].length > MAX_INSTRUCTION_CHARACTERS) {
    return {
      ok: false,
      errorText: `textinstructions is longer than ${MAX_INSTRUCTION_CHARACTERS} characters.`,
    };
  }
  return { ok: true, hints: { ...hints, textinstructions: instructions } };
}

const NUMBERS = [
  ["numeric", "numeric", 4],
  ["min_len", "minLen", 20],
  ["max_len", "maxLen", 20],
  ["language", "language", 2],
] as const;

/** 0 when it is not given, null when it is no whole number from 0 to `max`. */
function readWholeNumber(input: RequestInput, name: string, max: number): number | null {
  const value = given(input, name);
  if (value === undefined || value === "false") return 0;
  if (value === "true") return 1;
  if (!/^\d{1,4}(\.0{1,4})?$/.test(value)) return null;
  const number = Number(value);
  return number <= max ? number : null;
}

function outOfRange(name: string, max: number): HintsReading {
  return { ok: false, errorText: `${name} must be a whole number from 0 to ${max}.` };
}
