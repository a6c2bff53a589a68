export const ANSWER_MAX_LENGTH = 1_000;
/** What is longer than this as it was typed is not even looked at. */
const TYPED_MAX_LENGTH = 4 * ANSWER_MAX_LENGTH;

/**
 * A typed answer as it is stored and delivered: one line, Unicode NFC, control characters and line breaks as one
 * space, ends trimmed; null when nothing is left, when it is longer than 1,000 characters, or when it holds half
 * a surrogate pair, which no UTF-8 answer could carry (protocol.md rule 16).
 */
export function normalizeAnswerText(typed: string): string | null {
  if (typed.length > TYPED_MAX_LENGTH) return null;
  const text = typed
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .normalize("NFC");
  if (text === "" || text.length > ANSWER_MAX_LENGTH || !text.isWellFormed()) return null;
  return text;
}
