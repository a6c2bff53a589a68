const MICRO_DECIMALS = 6;

/**
 * A token's units as micro-dollars, a token being worth one dollar. What is less than a micro-dollar stays over as
 * dust, so that nothing is rounded. Null when it is more than the ledger can hold.
 */
export function microsOfUnits(units: bigint, decimals: number): { micros: number; dustUnits: bigint } | null {
  if (units < 0n) return null;
  const [micros, dustUnits] =
    decimals >= MICRO_DECIMALS
      ? [units / 10n ** BigInt(decimals - MICRO_DECIMALS), units % 10n ** BigInt(decimals - MICRO_DECIMALS)]
      : [units * 10n ** BigInt(MICRO_DECIMALS - decimals), 0n];
  return micros > MICROS_MAX ? null : { micros: Number(micros), dustUnits };
}

/** A billion dollars: far below 2^53 micro-dollars, so that sums of them stay exact as well. */
const MICROS_MAX = 1_000_000_000_000_000n;

/** A whole number of the token's units that is worth at most these micro-dollars, and what it is worth. */
export function unitsOfMicros(micros: number, decimals: number): { units: bigint; micros: number } {
  if (!Number.isSafeInteger(micros) || micros < 0) throw new RangeError(`not an amount: ${micros}`);
  if (decimals >= MICRO_DECIMALS)
    return { units: BigInt(micros) * 10n ** BigInt(decimals - MICRO_DECIMALS), micros };
  const step = 10n ** BigInt(MICRO_DECIMALS - decimals);
  const units = BigInt(micros) / step;
  return { units, micros: Number(units * step) };
}

/** `12.34`: units as a person writes them, exact, without zeros at the end. */
export function formatUnits(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  const [whole, fraction] = [
    digits.slice(0, digits.length - decimals),
    digits.slice(digits.length - decimals),
  ];
  const shown = fraction.replace(/0+$/, "");
  return shown === "" ? whole : `${whole}.${shown}`;
}
