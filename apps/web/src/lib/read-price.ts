import { parseUsd } from "@sightline/contract/money";

const PER = 1_000;
const PRICE_MAX_MICROS = 100_000_000;

/** Micro-dollars a task, of a price for 1000 in dollars such as `0.2`; null when that is not a whole number of them. */
export function readPricePerThousand(typed: string): number | null {
  const forThousand = parseUsd(typed);
  if (forThousand === null || forThousand % PER !== 0) return null;
  const priceMicros = forThousand / PER;
  return priceMicros >= 1 && priceMicros <= PRICE_MAX_MICROS ? priceMicros : null;
}

/** `0.2`, of 200 micro-dollars a task. */
export function formatPricePerThousand(priceMicros: number): string {
  return trimmed(priceMicros, 3);
}

/** Basis points of a percentage such as `60` or `62.5`; null when it is none from 0 to 100 with two decimals. */
export function readSharePercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return basisPoints <= 10_000 ? basisPoints : null;
}

export function formatSharePercent(basisPoints: number): string {
  return trimmed(basisPoints, 2);
}

// An integer with its decimal point `places` from the end, and no zeros after what counts.
function trimmed(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`;
}
