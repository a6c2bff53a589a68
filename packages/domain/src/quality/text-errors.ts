import { type ErrorModel, FAR_FETCHED } from "./error-model";
import { type Lookalikes, lookalikesExact, lookalikesFolded } from "./glyph-confusion";

/** What part of all misreadings each sort of slip makes up; the rest is far-fetched. */
const ONE_GLYPH = 0.8;
const TWO_GLYPHS = 0.05;
const LEFT_OUT_OR_DOUBLED = 0.08;
const SWAPPED = 0.03;
/** Of the misread glyphs, those taken for one that looks like it; the others are slips of a finger. */
const LOOKS_LIKE_IT = 0.85;
const OTHER_GLYPHS = 30;
/** Hidden truths are looked for in this many places of a long text. */
const PLACES_MAX = 16;

/** A typed answer in the form in which it is compared: NFC is there already, spaces count once, case if it matters. */
export function comparableText(text: string, caseMatters: boolean): string {
  const spaced = text.replace(/\s+/gu, " ").trim();
  return caseMatters ? spaced : spaced.toLowerCase();
}

/** How people misread a line of text: mostly one glyph taken for one that looks like it. */
export function textErrors(caseMatters: boolean): ErrorModel<string> {
  return caseMatters ? EXACT : FOLDED;
}

const EXACT = modelOf(lookalikesExact);
const FOLDED = modelOf(lookalikesFolded);

function modelOf(lookalikes: Lookalikes): ErrorModel<string> {
  return {
    same: (a, b) => a === b,
    key: (reading) => reading,
    wrongAs: (read, truth) => wrongAs(read, truth, lookalikes),
    mayStandFor: (read) => neighbours(read, lookalikes),
  };
}

function wrongAs(read: string, truth: string, lookalikes: Lookalikes): number {
  if (read.length === truth.length) return substituted(read, truth, lookalikes);
  if (Math.abs(read.length - truth.length) !== 1) return FAR_FETCHED;
  const [shorter, longer] = read.length < truth.length ? [read, truth] : [truth, read];
  const at = firstDifference(shorter, longer);
  const isOneGlyph = shorter.slice(at) === longer.slice(at + 1);
  return isOneGlyph ? LEFT_OUT_OR_DOUBLED / 2 / longer.length : FAR_FETCHED;
}

function substituted(read: string, truth: string, lookalikes: Lookalikes): number {
  const { length } = truth;
  let differing = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < length; i++) {
    if (read[i] === truth[i]) continue;
    differing++;
    if (first < 0) first = i;
    last = i;
    if (differing > 2) return FAR_FETCHED;
  }
  const firstTaken = takenFor(truth[first] ?? "", read[first] ?? "", lookalikes);
  if (differing === 1) return (ONE_GLYPH * firstTaken) / length;
  const isSwap = last === first + 1 && truth[first] === read[last] && truth[last] === read[first];
  const lastTaken = takenFor(truth[last] ?? "", read[last] ?? "", lookalikes);
  const both = (TWO_GLYPHS * 2 * firstTaken * lastTaken) / (length * (length - 1));
  return Math.max(FAR_FETCHED, both + (isSwap ? SWAPPED / (length - 1) : 0));
}

/** The chance that a misread glyph is taken for this one. */
function takenFor(glyph: string, read: string, lookalikes: Lookalikes): number {
  const others = lookalikes(glyph);
  if (others.length === 0) return 1 / OTHER_GLYPHS;
  return others.includes(read) ? LOOKS_LIKE_IT / others.length : (1 - LOOKS_LIKE_IT) / OTHER_GLYPHS;
}

function neighbours(read: string, lookalikes: Lookalikes): string[] {
  const found: string[] = [];
  const places = Math.min(read.length, PLACES_MAX);
  for (let i = 0; i < places; i++) {
    for (const other of lookalikes(read[i] ?? "")) found.push(read.slice(0, i) + other + read.slice(i + 1));
  }
  return found;
}

function firstDifference(shorter: string, longer: string): number {
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at++;
  return at;
}
