import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import { JSON_API_ONLY_ERRORS, jsonApiErrorOf } from "../wire/error-table";
import { ERROR_ADVICE } from "./error-advice";
import { html, table } from "./html";
import type { DocsPage } from "./page";

export type DocumentedCode = keyof typeof ERROR_ADVICE;

/** Names by which only the JSON API knows codes; each leads to the codes that it stands for. */
const CODES = Object.keys(ERROR_ADVICE) as DocumentedCode[];

/** `ERROR: 1004` stands at /docs/errors/ERROR_1004: an address with a colon and a space is no address to print. */
export function errorPath(code: string): string {
  return `/docs/errors/${code.replace(": ", "_")}`;
}

export const ERROR_PAGES: readonly DocsPage[] = CODES.map((code) => ({
  path: errorPath(code),
  title: code,
  says: textOf(code),
  body: () => html`
<h2>What happened</h2>
<p>${ERROR_ADVICE[code].happened}</p>
<h2>How to fix it</h2>
<p>${ERROR_ADVICE[code].fix}</p>
<h2>Where it is said</h2>
<p>${saidBy(code)}</p>
<p><a href="/docs/errors">All codes</a> · <a href="/docs/debugging">Debugging</a></p>`,
}));

/** Pages for the names that several codes share in the JSON API, such as ERROR_TOO_MUCH_REQUESTS. */
export const SHARED_NAME_PAGES: readonly DocsPage[] = [...sharedNames()].map(([name, codes]) => ({
  path: errorPath(name),
  title: name,
  says: "The JSON API's one name for several codes; errorDescription tells which it is.",
  body: () => html`
<h2>What happened</h2>
<p>One of the following. Each has its own way to put it right.</p>
<ul>${codes.map((code) => html`<li><a href="${errorPath(code)}">${code}</a>: ${textOf(code)}</li>`)}</ul>
<h2>How to fix it</h2>
<p>Read errorDescription, then the page of the code that it names.</p>`,
}));

export const ERRORS_PAGE: DocsPage = {
  path: "/docs/errors",
  title: "Error codes",
  says: "Every code that a request can be answered with, what happened, and how to put it right.",
  body: () => html`
<p>Every answer has status 200. In text an error is its code alone; with json=1 it is
<code>{"status":0,"request":"CODE","error_text":"..."}</code>, and the JSON API answers
<code>{"errorId":1,"errorCode":"CODE","errorDescription":"..."}</code>. The texts are for people and may change;
compare codes.</p>
${table(
  "Codes",
  ["Code", "JSON API", "What it says"],
  CODES.map((code) => [html`<a href="${errorPath(code)}">${code}</a>`, numberOf(code), textOf(code)]),
)}`,
};

function isClassic(code: DocumentedCode): code is ErrorCode {
  return code in ERROR_CODES;
}

function textOf(code: DocumentedCode): string {
  return isClassic(code) ? ERROR_CODES[code].text : JSON_API_ONLY_ERRORS[code].text;
}

function numberOf(code: DocumentedCode): string {
  if (!isClassic(code)) return String(JSON_API_ONLY_ERRORS[code].errorId);
  const { errorId, errorCode } = jsonApiErrorOf(code);
  if (errorId === 0) return "status processing";
  return errorCode === code ? String(errorId) : `${errorId} ${errorCode}`;
}

const ADDRESSES = { in: "in.php", res: "res.php", both: "in.php and res.php" } as const;

function saidBy(code: DocumentedCode): string {
  if (!isClassic(code)) return `The JSON API, as errorId ${numberOf(code)}.`;
  return `${ADDRESSES[ERROR_CODES[code].said]}. In the JSON API: ${numberOf(code)}.`;
}

function sharedNames(): Map<string, DocumentedCode[]> {
  const names = new Map<string, DocumentedCode[]>();
  for (const code of CODES) {
    if (!isClassic(code)) continue;
    const { errorCode } = jsonApiErrorOf(code);
    if (errorCode in ERROR_ADVICE) continue;
    names.set(errorCode, [...(names.get(errorCode) ?? []), code]);
  }
  return names;
}
