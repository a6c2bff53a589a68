/**
 * Money is an integer number of micro-dollars (1 USD = 1,000,000), everywhere but on the wire and on pages.
 * Values stay below 2^53, about nine billion dollars.
 */
export const MICROS_PER_USD = 1_000_000;

/** `99.9998`, `100`, `0.0002`: exact, no exponent, no trailing zeros (protocol.md rule 22). */
export function formatWireUsd(micros: number): string {
  const [whole, fraction] = splitMicros(micros);
  const trimmed = fraction.replace(/0+$/, "");
  return trimmed === "" ? whole : `${whole}.${trimmed}`;
}

/** `0.000200 USD`: always six decimals, as pages show it. */
export function formatUsd(micros: number): string {
  const [whole, fraction] = splitMicros(micros);
  return `${whole}.${fraction} USD`;
}

/** Micro-dollars in a decimal string such as `12.5`, or null when it is not an amount with at most six decimals. */
export function parseUsd(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * MICROS_PER_USD + Number((match[2] ?? "").padEnd(6, "0"));
}

/** The worker's part of a price: basis points of it, rounded to the nearest micro-dollar, a half in the worker's favour. */
export function shareOf(priceMicros: number, shareBasisPoints: number): number {
  return Math.floor((priceMicros * shareBasisPoints + 5_000) / 10_000);
}

function splitMicros(micros: number): [whole: string, fraction: string] {
  if (!Number.isSafeInteger(micros)) throw new RangeError(`not an amount in micro-dollars: ${micros}`);
  const digits = String(Math.abs(micros)).padStart(7, "0");
  return [(micros < 0 ? "-" : "") + digits.slice(0, -6), digits.slice(-6)];
}
