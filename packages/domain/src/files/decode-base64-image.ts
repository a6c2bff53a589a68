import { inspectImage } from "./inspect-image";

/**
 * The bytes of a picture sent as base64 text, or null when the text is empty or not base64 (`ERROR_UPLOAD`).
 * Accepts what clients really send: a data-URI prefix, line breaks, both alphabets, missing padding, and spaces.
 *
 * A space has two histories. In a form body it is nearly always a "+" that the client forgot to escape; in a text
 * that was wrapped and then flattened it is a line break. Either reading alone would spoil the other's picture, so
 * both are tried, the lost plus first, and the one that yields a whole picture wins: shifting or losing six bits
 * breaks a checksum or a structure. Line breaks are never ambiguous, since no decoder turns a plus into one.
 */
export function decodeBase64Image(text: string): Buffer | null {
  const encoded = cutDataUriPrefix(text).trim();
  if (!encoded.includes(" ")) return decode(encoded);
  const withPluses = decode(encoded.replaceAll(" ", "+"));
  if (withPluses !== null && inspectImage(withPluses).ok) return withPluses;
  const unwrapped = decode(encoded.replaceAll(" ", ""));
  if (unwrapped !== null && inspectImage(unwrapped).ok) return unwrapped;
  return withPluses ?? unwrapped;
}

const prefixLengthMax = 200;

/** The declared media type is ignored: the bytes say what they are. */
function cutDataUriPrefix(text: string): string {
  const prefix = /^\s*data:[^,]*;\s*base64\s*,/i.exec(text.slice(0, prefixLengthMax));
  return prefix === null ? text : text.slice(prefix[0].length);
}

/**
 * Buffer skips what is no base64 instead of refusing it, and takes only the low byte of a letter beyond Latin-1. So
 * such letters are refused first, and then the length tells: each skipped symbol makes the result too short. That
 * spares a pass over every symbol in JavaScript.
 */
function decode(encoded: string): Buffer | null {
  if (Buffer.byteLength(encoded) !== encoded.length) return null;
  const { end, padding } = findPadding(encoded);
  const symbols = end - countLineBreaks(encoded, end);
  const inLastGroup = symbols % 4;
  if (symbols === 0 || inLastGroup === 1) return null;
  if (padding > (4 - inLastGroup) % 4) return null;
  const bytes = Buffer.from(encoded.slice(0, end), "base64");
  return bytes.length === Math.floor((symbols * 3) / 4) ? bytes : null;
}

function findPadding(encoded: string): { end: number; padding: number } {
  let end = encoded.length;
  let padding = 0;
  for (; end > 0; end--) {
    const last = encoded.charAt(end - 1);
    if (last === "=") padding++;
    else if (!lineBreaks.includes(last)) break;
  }
  return { end, padding };
}

/** Tabs count as well: wrapped text is sometimes indented. */
const lineBreaks = ["\r", "\n", "\t"];

function countLineBreaks(encoded: string, end: number): number {
  let count = 0;
  for (const lineBreak of lineBreaks) {
    for (let at = encoded.indexOf(lineBreak); at >= 0 && at < end; at = encoded.indexOf(lineBreak, at + 1))
      count++;
  }
  return count;
}
