import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

export interface NumberRange {
  min: number;
  max: number;
}

/**
 * A whole number of this range, or undefined when it was not given. 0 means "not given" everywhere, also where the
 * range begins later; words for flags are numbers too.
 */
export function readWholeNumber(
  input: WireInput,
  name: string,
  { min, max }: NumberRange,
): number | undefined | WireRefusal {
  const value = given(input, name);
  if (value === undefined || value === "false") return undefined;
  if (value === "true") return 1;
  const number = /^\d{1,4}(\.0{1,4})?$/.test(value) ? Number(value) : Number.NaN;
  if (number === 0) return undefined;
  return number >= min && number <= max ? number : refuseNumber(name, { min, max }, "a whole number");
}

/** The same for a number that may have decimals. */
export function readDecimal(
  input: WireInput,
  name: string,
  { min, max }: NumberRange,
): number | undefined | WireRefusal {
  const value = given(input, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,4}(\.\d{1,6})?$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= max ? number : refuseNumber(name, { min, max }, "a number");
}

export function isRefusal<T>(value: T | WireRefusal): value is WireRefusal {
  return typeof value === "object" && value !== null && "ok" in value && value.ok === false;
}

function refuseNumber(name: string, { min, max }: NumberRange, what: string): WireRefusal {
  return refuse("ERROR_BAD_PARAMETERS", `${name} must be ${what} from ${min} to ${max}.`);
}
