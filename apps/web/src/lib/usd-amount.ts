import { parseUsd } from "@sightline/contract/money";
import { z } from "zod";

/** A typed amount in US dollars as micro-dollars; `wrong` is said beside the field of what is none, or out of bounds. */
export function usdAmount(wrong: string, { minMicros = 0, maxMicros = 1_000_000_000_000 } = {}) {
  return z.string().transform(parseUsd).pipe(z.number(wrong).min(minMicros, wrong).max(maxMicros, wrong));
}
