import type { ImageHints } from "@sightline/contract/image-hints";
import { WORKER_LANGUAGES } from "@sightline/contract/worker-languages";
import { isRefusal, readWholeNumber } from "./read-number";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

const TEXT_MAX_CHARACTERS = 140;

const FLAGS = ["phrase", "regsense", "calc"] as const;
const TEXT_NUMBERS = [
  ["numeric", "numeric", 4],
  ["min_len", "minLen", 20],
  ["max_len", "maxLen", 20],
] as const;

/** What the customer tells the worker about a text to be read; a wrong value is named (protocol.md, rule 5). */
export function readTextHints(input: WireInput): ImageHints | WireRefusal {
  const hints: ImageHints = {};
  for (const name of FLAGS) {
    const value = readFlag(input, name);
    if (isRefusal(value)) return value;
    if (value) hints[name] = true;
  }
  for (const [name, key, max] of TEXT_NUMBERS) {
    const value = readWholeNumber(input, name, { min: 0, max });
    if (isRefusal(value)) return value;
    if (value !== undefined) hints[key] = value;
  }
  if (hints.minLen !== undefined && hints.maxLen !== undefined && hints.minLen > hints.maxLen) {
    return refuse("ERROR_BAD_PARAMETERS", "min_len is greater than max_len.");
  }
  const common = readCommonHints(input);
  return isRefusal(common) ? common : { ...hints, ...common };
}

/** What every kind for people takes: language and instructions. An unknown `lang` is ignored. */
export function readCommonHints(
  input: WireInput,
): Pick<ImageHints, "language" | "lang" | "textinstructions"> | WireRefusal {
  const hints: ImageHints = {};
  const language = readWholeNumber(input, "language", { min: 0, max: 2 });
  if (isRefusal(language)) return language;
  if (language !== undefined) hints.language = language;
  const lang = given(input, "lang")?.toLowerCase();
  if (lang !== undefined && WORKER_LANGUAGES.has(lang)) hints.lang = lang;
  const instructions = readShortText(input, "textinstructions");
  if (isRefusal(instructions)) return instructions;
  return instructions === undefined ? hints : { ...hints, textinstructions: instructions };
}

/** Text that a worker is shown, up to 140 characters, by whatever number of code units. */
export function readShortText(input: WireInput, name: string): string | undefined | WireRefusal {
  const text = given(input, name);
  if (text === undefined || [...text].length <= TEXT_MAX_CHARACTERS) return text;
  return refuse("ERROR_BAD_PARAMETERS", `${name} is longer than ${TEXT_MAX_CHARACTERS} characters.`);
}

export function readFlag(input: WireInput, name: string): boolean | WireRefusal {
  const value = readWholeNumber(input, name, { min: 0, max: 1 });
  return isRefusal(value) ? value : value === 1;
}
