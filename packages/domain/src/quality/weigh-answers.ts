import { type ErrorModel, FAR_FETCHED } from "./error-model";

/** One worker's answer, and how likely that worker's answers of this kind are right (skillMean). */
export interface Witness<R> {
  reading: R;
  skill: number;
}

/** A reading that somebody gave: what speaks for it, and which witnesses gave it (by their place in the list). */
export interface WeighedReading<R> {
  reading: R;
  probability: number;
  witnesses: number[];
}

/** Readings that were given, the most probable first, and the chance that the truth is none of them. */
export interface Posterior<R> {
  readings: WeighedReading<R>[];
  unseen: number;
}

/**
 * Some tasks are harder than others, for everybody at once: what hardness takes from (or adds to) the log odds of
 * a right answer, each with its weight.
 */
const HARDNESS = [
  { shift: -0.8, weight: 0.3 },
  { shift: 0, weight: 0.4 },
  { shift: 0.8, weight: 0.3 },
] as const;
/** Keeps the mean over HARDNESS at the worker's skill: 1 / sqrt(1 + pi * variance / 8). */
const SPREAD_FACTOR = 1.07;
/** A hard glyph misleads several people alike: the chance that a further error repeats an earlier one. */
const ALIKE = 0.08;
/** A truth that was not thought of leaves at least this part of what one answer may stand for. */
const ELSEWHERE_MIN = 0.05;
/** The chance that two people who misread an unknown truth come to the same, beside ALIKE. */
const SAME_BY_CHANCE = 0.03;
const SKILL_MIN = 0.01;
const SKILL_MAX = 0.995;

/**
 * How probable each reading is, given who gave which answer. Bayes' rule over the readings that were given, those
 * they may stand for by confused glyphs, and one class for everything else; every reading is as likely as any other
 * before the first answer. Pure; no state; the laboratory in bench/quality and the server run this very code.
 */
export function weighAnswers<R>(model: ErrorModel<R>, witnesses: readonly Witness<R>[]): Posterior<R> {
  const readings = groupAlike(model, witnesses);
  if (readings.length === 0) return { readings, unseen: 1 };
  const groupOf = new Array<number>(witnesses.length).fill(0);
  for (const [g, { witnesses: members }] of readings.entries()) for (const i of members) groupOf[i] = g;
  const odds = new OddsOfTruth(witnesses, groupOf);

  let total = 0;
  for (const [g, group] of readings.entries()) {
    const chances = readings.map((other) =>
      other === group ? 1 : model.wrongAs(other.reading, group.reading),
    );
    group.probability = odds.of(g, chances);
    total += group.probability;
  }
  const hidden = hiddenTruths(model, readings);
  let named = 0;
  const first = readings[groupOf[0] ?? 0] as WeighedReading<R>;
  for (const truth of hidden) {
    const chances = readings.map((group) => model.wrongAs(group.reading, truth));
    named += model.wrongAs(first.reading, truth);
    total += odds.of(-1, chances);
  }
  const elsewhere = readings.map((group) =>
    group === first ? Math.max(ELSEWHERE_MIN, 1 - named) : FAR_FETCHED,
  );
  total += odds.of(-1, elsewhere, SAME_BY_CHANCE);

  let seen = 0;
  for (const group of readings) {
    group.probability /= total;
    seen += group.probability;
  }
  readings.sort((a, b) => b.probability - a.probability);
  return { readings, unseen: Math.max(0, 1 - seen) };
}

function groupAlike<R>(model: ErrorModel<R>, witnesses: readonly Witness<R>[]): WeighedReading<R>[] {
  const groups: WeighedReading<R>[] = [];
  for (const [i, { reading }] of witnesses.entries()) {
    const group = groups.find((known) => model.same(known.reading, reading));
    if (group) group.witnesses.push(i);
    else groups.push({ reading, probability: 0, witnesses: [i] });
  }
  return groups;
}

function hiddenTruths<R>(model: ErrorModel<R>, readings: readonly WeighedReading<R>[]): R[] {
  const seen = new Set(readings.map(({ reading }) => model.key(reading)));
  const hidden: R[] = [];
  for (const { reading } of readings) {
    for (const truth of model.mayStandFor(reading)) {
      const key = model.key(truth);
      if (seen.has(key)) continue;
      seen.add(key);
      hidden.push(truth);
    }
  }
  return hidden;
}

/** P(all answers | truth), for one truth after the other, without making anything new for each. */
class OddsOfTruth {
  /** For each hardness and witness: the chance to be right. */
  readonly #right: number[][];
  readonly #wrongSoFar: number[];

  constructor(
    witnesses: readonly Witness<unknown>[],
    private readonly groupOf: readonly number[],
  ) {
    this.#right = HARDNESS.map(({ shift }) => witnesses.map(({ skill }) => atHardness(skill, shift)));
    this.#wrongSoFar = new Array<number>(groupOf.length).fill(0);
  }

  /**
   * `truthGroup` is the group whose reading is true (-1: none); `chances[g]` the chance of the wrong reading of
   * group g, and `again` that of giving it once more where it is not `chances[g]`.
   */
  of(truthGroup: number, chances: readonly number[], again?: number): number {
    const wrongSoFar = this.#wrongSoFar.fill(0);
    let wrong = 0;
    let misreadings = 1;
    for (const g of this.groupOf) {
      if (g === truthGroup) continue;
      const before = wrongSoFar[g] ?? 0;
      const chance = before > 0 && again !== undefined ? again : (chances[g] ?? 0);
      misreadings *= wrong === 0 ? chance : (1 - ALIKE) * chance + (ALIKE * before) / wrong;
      wrongSoFar[g] = before + 1;
      wrong++;
    }
    let sum = 0;
    for (const [h, { weight }] of HARDNESS.entries()) {
      let product = weight;
      const right = this.#right[h] as number[];
      for (let i = 0; i < right.length; i++) {
        const p = right[i] as number;
        product *= this.groupOf[i] === truthGroup ? p : 1 - p;
      }
      sum += product;
    }
    return sum * misreadings;
  }
}

function atHardness(skill: number, shift: number): number {
  const bounded = Math.min(SKILL_MAX, Math.max(SKILL_MIN, skill));
  const logOdds = Math.log(bounded / (1 - bounded)) * SPREAD_FACTOR - shift;
  return 1 / (1 + Math.exp(-logOdds));
}
