import { hintBreach, type ImageHints } from "@sightline/contract/image-hints";

/** One chip: its word's name in `hints` of work-text.ts, and whether the text keeps it; null for mere advice. */
export interface Hint {
  word:
    | "numeric1"
    | "numeric2"
    | "numeric3"
    | "numeric4"
    | "lengthExact"
    | "lengthRange"
    | "lengthMin"
    | "lengthMax"
    | "phrase"
    | "regsense"
    | "calc"
    | "language1"
    | "language2"
    | "lang"
    | "clicksMin"
    | "clicksMax"
    | "clicksRange"
    | "clicksExact"
    | "canNoAnswer"
    | "angleStep";
  values: { min?: number; max?: number; lang?: string; step?: number };
  kept: boolean | null;
}

const NUMERIC_WORDS = ["numeric1", "numeric2", "numeric3", "numeric4"] as const;

/** A task's hints as chips, hard ones first. Before the first letter nothing is broken yet. */
export function hintList(hints: ImageHints, typed: string): Hint[] {
  const text = typed.trim();
  const keeps = (part: ImageHints) => (text === "" ? null : hintBreach(part, text) === null);
  return [...lengthHint(hints, keeps), ...numericHint(hints, keeps), ...adviceOf(hints)];
}

type Keeps = (part: ImageHints) => boolean | null;

function lengthHint({ minLen: min, maxLen: max }: ImageHints, keeps: Keeps): Hint[] {
  if (min !== undefined && max !== undefined) {
    const kept = keeps({ minLen: min, maxLen: max });
    return [{ word: min === max ? "lengthExact" : "lengthRange", values: { min, max }, kept }];
  }
  if (min !== undefined) return [{ word: "lengthMin", values: { min }, kept: keeps({ minLen: min }) }];
  if (max !== undefined) return [{ word: "lengthMax", values: { max }, kept: keeps({ maxLen: max }) }];
  return [];
}

function numericHint({ numeric }: ImageHints, keeps: Keeps): Hint[] {
  const word = numeric === undefined ? undefined : NUMERIC_WORDS[numeric - 1];
  if (word === undefined || numeric === undefined) return [];
  return [{ word, values: {}, kept: keeps({ numeric }) }];
}

function adviceOf(hints: ImageHints): Hint[] {
  const advice = (word: Hint["word"], values: Hint["values"] = {}): Hint => ({ word, values, kept: null });
  return [
    ...(hints.calc ? [advice("calc")] : []),
    ...(hints.phrase ? [advice("phrase")] : []),
    ...(hints.regsense ? [advice("regsense")] : []),
    ...(hints.language === 1 ? [advice("language1")] : []),
    ...(hints.language === 2 ? [advice("language2")] : []),
    ...(hints.lang ? [advice("lang", { lang: hints.lang })] : []),
  ];
}
