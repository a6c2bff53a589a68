/**
 * Glyphs that people take for each other in print, in handwriting and in distorted words, in either direction. A
 * group means that each may be taken for each other one.
 */
const LOOKALIKE_GROUPS = [
  "0OoQD",
  "1lIi|",
  "1ijl7T",
  "2Zz",
  "38B",
  "4A9",
  "5Ss",
  "6Gb",
  "8B",
  "9gq",
  "a4",
  "ao",
  "bh",
  "ceo",
  "CG",
  "cl",
  "d0",
  "EF",
  "ft",
  "hn",
  "HN",
  "ij",
  "Kk",
  "KX",
  "MN",
  "mn",
  "nu",
  "nr",
  "OQ",
  "PR",
  "pq",
  "rv",
  "UV",
  "uv",
  "VY",
  "vw",
  "vy",
  "xk",
  "49",
  "56",
  "69",
  "08",
  "35",
  "27",
  "зэ3",
  "шщ",
  "ип",
  "нп",
  "цщ",
  "ье",
  "ёе",
  "ийн",
  "оа",
  "лп",
  "бв6",
  "тг",
];

/** What somebody who errs on this glyph may have read instead; empty where nothing looks like it. */
export type Lookalikes = (glyph: string) => readonly string[];

/** Lookalikes of glyphs as they are, and of glyphs whose case was folded away. */
export const lookalikesExact: Lookalikes = tabulate((glyph) => glyph);
export const lookalikesFolded: Lookalikes = tabulate((glyph) => glyph.toLowerCase());

const NONE: readonly string[] = [];

function tabulate(fold: (glyph: string) => string): Lookalikes {
  const table = new Map<string, Set<string>>();
  for (const group of LOOKALIKE_GROUPS) {
    const glyphs = [...group].map(fold);
    for (const glyph of glyphs) {
      const others = table.get(glyph) ?? new Set();
      for (const other of glyphs) if (other !== glyph) others.add(other);
      table.set(glyph, others);
    }
  }
  const lists = new Map([...table].map(([glyph, others]) => [glyph, [...others]]));
  return (glyph) => lists.get(glyph) ?? NONE;
}
