import type { Random } from "../random";

/** The same even draws for the same seed (a linear congruence; good enough to draw test cases with). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
