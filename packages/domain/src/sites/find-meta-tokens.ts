import { SITE_PROOF } from "@sightline/contract/sites";

/** Elements whose inside is text, whatever it looks like: a tag that a script writes is no tag of the page. */
const TEXT_ELEMENTS = /^(script|style|title|textarea|noscript|template|xmp|iframe|noembed|noframes)\b/i;
const ATTRIBUTE =
  /([^\s"'<>/=]{1,100})\s{0,20}=\s{0,20}(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'<>]{1,1000}))/g;
const TAG_LENGTH_MAX = 1_000;

/**
 * The tokens of our meta tags in a page's head. Walks the text once. What stands in comments, scripts and the body is
 * not the owner's word: visitors may have written it there.
 */
export function findMetaTokens(html: string): string[] {
  const tokens: string[] = [];
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    if (html.startsWith("<!--", at)) {
      at = after(html, "-->", at + 4);
      continue;
    }
    const end = endOfTag(html, at + 1);
    const tag = html.slice(at + 1, end);
    if (/^(?:body\b|\/head\b)/i.test(tag)) break;
    const textElement = TEXT_ELEMENTS.exec(tag)?.[1];
    if (textElement !== undefined) {
      at = afterElement(html, textElement, end);
      continue;
    }
    if (/^meta[\s/]/i.test(tag)) tokens.push(...tokenOf(tag));
    at = end;
  }
  return tokens;
}

function tokenOf(tag: string): string[] {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of tag.slice(5, TAG_LENGTH_MAX).matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? "");
  }
  const named = attributes.get("name")?.trim().toLowerCase() === SITE_PROOF.metaName;
  return named ? [attributes.get("content")?.trim() ?? ""] : [];
}

/** Where a tag ends: a `>` inside of quotes does not end it. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at++) {
    const symbol = html[at] as string;
    if (quote !== "") quote = symbol === quote ? "" : quote;
    else if (symbol === ">") return at;
    else if ((symbol === '"' || symbol === "'") && html[at - 1] === "=") quote = symbol;
  }
  return html.length;
}

function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
