/** The languages a customer may ask a worker to know, by ISO code (protocol.md, section 1.3). */
export const WORKER_LANGUAGES: ReadonlySet<string> = new Set(
  `en ru es pt uk vi fr id ar ja tr de zh fil pl th it nl sk bg ro hu ko cs az fa bn el lt lv sv sr hr he hi nb sl
  da uz fi ca ka ms te et ml be kk mr ne my bs hy mk pa`.split(/\s+/),
);

const CYRILLIC: ReadonlySet<string> = new Set(["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"]);
const NEITHER: ReadonlySet<string> = new Set(
  "ar ja zh th ko fa bn el he hi ka te ml mr ne my hy pa".split(" "),
);

/** The scripts that somebody reads who knows the language, of those that a customer can ask for. */
export function scriptsOf(language: string): ("Cyrl" | "Latn")[] {
  if (NEITHER.has(language)) return [];
  if (language === "sr") return ["Cyrl", "Latn"];
  return [CYRILLIC.has(language) ? "Cyrl" : "Latn"];
}
