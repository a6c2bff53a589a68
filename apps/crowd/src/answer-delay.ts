import type { Random } from "./random";

const MEDIAN_MS = 3_400;
/** Spread of the logarithm: nine of ten answers fall between 2 and 6 seconds. */
const SIGMA = 0.32;
const MIN_MS = 1_200;
const MAX_MS = 15_000;

/**
 * How long a person looks and types before Enter, in ms: lognormal, as reaction times are, so that a few answers take
 * much longer and none comes at once. `speed` 2 is twice as fast.
 */
export function answerDelayMs(random: Random, speed = 1): number {
  const ms = MEDIAN_MS * Math.exp(SIGMA * standardNormal(random));
  return Math.min(Math.max(ms, MIN_MS), MAX_MS) / speed;
}

/** Box and Muller's way from two even draws; 1 - u because the logarithm of 0 is not a number. */
function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
