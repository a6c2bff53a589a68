/** Languages that are written from right to left, of those that a customer may ask for. */
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/** Where an answer begins before its first letter says so itself: by the language that the customer asks for. */
export function directionOf(text: string, lang: string | undefined): "auto" | "rtl" {
  const asked = lang?.toLowerCase().split("-")[0];
  return text.trim() === "" && asked !== undefined && RIGHT_TO_LEFT.has(asked) ? "rtl" : "auto";
}

/** Letters that join look torn apart where each has the same width. */
export function joinsLetters(text: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(text);
}

/** Words in a sentence of another direction, so that neither turns the other's order or punctuation. */
export function isolated(words: string): string {
  return joinsLetters(words) ? `${ISOLATE}${words}${END_ISOLATE}` : words;
}
