import { SeededRandom } from "./seeded-random";

/**
 * The laboratory's world: what the simulated people get wrong, and how. The engine under test
 * (packages/domain/src/quality) sees nothing of it but the answers.
 *
 * Pictures. A truth is 4 to 7 of the letters a-z and the digits, case of no matter. Each picture has a hardness d,
 * drawn from a normal distribution with deviation 0.6, and each glyph of it a hardness of its own (log-normal, deviation 1),
 * a third of that where nothing looks like the glyph.
 *
 * People. A worker has a skill p from a Beta distribution. The chance to read a picture right is logistic(k logit(p)
 * - d); k keeps its mean over pictures at p. Errors of different people are independent but for the picture: they
 * meet the same hard glyphs.
 *
 * Misreadings. 78 %: one glyph, chosen by hardness, is taken for one that looks like it; the first lookalike of the
 * list below is three times as likely as the others. 6 %: two glyphs. 5 %: a neighbouring key. 4 %: a glyph left
 * out. 3 %: one typed twice. 2 %: two swapped. 2 %: something that has nothing to do with the picture. A fifth of the
 * pairs below is unknown to the engine's table, whose weights are all equal, and the other way round.
 *
 * Spammers (a crowd may have a share of them) do not look: 2 % right, 30 % one of eight things that lazy hands
 * type, the rest random glyphs in the right number.
 */
export interface Picture {
  truth: string;
  hardness: number;
  glyphHardness: number[];
}

export interface SimulatedWorker {
  id: number;
  /** The chance to read a picture of average hardness right; null for a spammer. */
  skill: number | null;
}

const GLYPHS = "abcdefghijklmnopqrstuvwxyz0123456789";
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "o4e",
  b: "6h8",
  c: "eg",
  d: "0cl",
  e: "c",
  f: "tp",
  g: "9qc",
  h: "nb",
  i: "1lj",
  j: "i1",
  k: "x",
  l: "1i",
  m: "nr",
  n: "mhr",
  o: "0aq",
  p: "rq",
  q: "9gp",
  r: "npv",
  s: "5z",
  t: "f7",
  u: "vn",
  v: "uyw",
  w: "vm",
  x: "ky",
  y: "vx",
  z: "2s",
  "0": "o8d",
  "1": "l7i",
  "2": "z7",
  "3": "85",
  "4": "9a",
  "5": "s6",
  "6": "b58",
  "7": "1t2",
  "8": "3b0",
  "9": "gq4",
};
const KEY_ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const LAZY = ["asdf", "1234", "qwer", "aaaa", "1111", "zxcv", "0000", "none"];
const HARDNESS_DEVIATION = 0.6;
const GLYPH_DEVIATION = 1;
/** sqrt(1 + pi * variance / 8): the mean of the logistic over hardness stays where it was. */
const SPREAD = Math.sqrt(1 + (Math.PI * HARDNESS_DEVIATION ** 2) / 8);

export function drawPictures(count: number, random: SeededRandom): Picture[] {
  return Array.from({ length: count }, () => {
    const truth = Array.from({ length: 4 + random.below(4) }, () => random.pick(GLYPHS)).join("");
    return {
      truth,
      hardness: random.normal() * HARDNESS_DEVIATION,
      glyphHardness: [...truth].map((glyph) => {
        const likeness = (LOOKALIKES[glyph]?.length ?? 0) > 1 ? 1 : 1 / 3;
        return Math.exp(random.normal() * GLYPH_DEVIATION) * likeness;
      }),
    };
  });
}

export function drawCrowd(
  { size, a, b, spammers }: { size: number; a: number; b: number; spammers: number },
  random: SeededRandom,
): SimulatedWorker[] {
  return Array.from({ length: size }, (_, i) => ({
    id: i + 1,
    skill: i < size * spammers ? null : random.beta(a, b),
  }));
}

/** What a worker types for a picture whenever they are asked: in whatever order a server asks, they misread the same. */
export function answerAlways(worker: SimulatedWorker, pictures: readonly Picture[], at: number): string {
  const picture = pictures[at];
  if (!picture) throw new Error(`there is no picture ${at}`);
  return answerOf(worker, picture, new SeededRandom(at * 100_003 + worker.id));
}

/** What this worker types for this picture. */
export function answerOf(worker: SimulatedWorker, picture: Picture, random: SeededRandom): string {
  if (worker.skill === null) return spam(picture, random);
  const logOdds = Math.log(worker.skill / (1 - worker.skill)) * SPREAD - picture.hardness;
  if (random.next() < 1 / (1 + Math.exp(-logOdds))) return picture.truth;
  for (;;) {
    const read = misread(picture, random);
    if (read !== picture.truth && read !== "") return read;
  }
}

function spam({ truth }: Picture, random: SeededRandom): string {
  const sort = random.weighted([0.02, 0.3, 0.68]);
  if (sort === 0) return truth;
  return sort === 1 ? random.pick(LAZY) : noise(truth.length, random);
}

function misread({ truth, glyphHardness }: Picture, random: SeededRandom): string {
  const glyphs = [...truth];
  const at = random.weighted(glyphHardness);
  const glyph = glyphs[at] ?? "";
  switch (random.weighted([0.78, 0.06, 0.05, 0.04, 0.03, 0.02, 0.02])) {
    case 0:
      glyphs[at] = lookalike(glyph, random);
      break;
    case 1: {
      const second = random.weighted(glyphHardness);
      glyphs[at] = lookalike(glyph, random);
      if (second !== at) glyphs[second] = lookalike(glyphs[second] ?? "", random);
      break;
    }
    case 2:
      glyphs[at] = neighbourKey(glyph, random);
      break;
    case 3:
      glyphs.splice(at, 1);
      break;
    case 4:
      glyphs.splice(at, 0, glyph);
      break;
    case 5:
      glyphs.splice(at, 2, ...glyphs.slice(at, at + 2).reverse());
      break;
    default:
      return noise(truth.length, random);
  }
  return glyphs.join("");
}

function lookalike(glyph: string, random: SeededRandom): string {
  const others = [...(LOOKALIKES[glyph] ?? GLYPHS)];
  return others[random.weighted(others.map((_, i) => (i === 0 ? 3 : 1)))] ?? glyph;
}

function neighbourKey(glyph: string, random: SeededRandom): string {
  const row = KEY_ROWS.find((keys) => keys.includes(glyph)) ?? "";
  const at = row.indexOf(glyph);
  return random.pick([row[at - 1], row[at + 1]].filter((key) => key !== undefined));
}

function noise(length: number, random: SeededRandom): string {
  return Array.from({ length }, () => random.pick(GLYPHS)).join("");
}
