/** Letters of different scripts that no eye can tell apart: Cyrillic, and the Latin letter that looks the same. */
const CYRILLIC = "АВЕКМНОРСТУХІЅЈаеорсухіѕјԛԝһ";
const LATIN = "ABEKMHOPCTYXISJaeopcyxisjqwh";

const TO_LATIN = new Map([...CYRILLIC].map((glyph, i) => [glyph, [...LATIN][i] ?? glyph]));

/** The text as an eye sees it: which keyboard it was typed on says nothing of who read it. */
export function foldHomoglyphs(text: string): string {
  let folded = "";
  for (const glyph of text) folded += TO_LATIN.get(glyph) ?? glyph;
  return folded;
}
