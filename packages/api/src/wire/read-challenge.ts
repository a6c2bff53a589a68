import type { TaskKind } from "@sightline/contract/task-kinds";
import type { ChallengeParams, TaskParams } from "@sightline/contract/task-params";
import { isVendorServiceUrl } from "@sightline/contract/vendor-hosts";
import { readFlag } from "./read-hints";
import { isRefusal, readDecimal } from "./read-number";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

/** The first of each is what is meant when none is given. */
const API_DOMAINS: Partial<Record<TaskKind, readonly [string, ...string[]]>> = {
  recaptcha_v2: ["google.com", "recaptcha.net"],
  recaptcha_v3: ["google.com", "recaptcha.net"],
  hcaptcha: ["hcaptcha.com", "js.hcaptcha.com"],
};
const DEFAULT_ACTION = "verify";
const DEFAULT_SERVICE_URL = "https://client-api.arkoselabs.com";
const VALUE_MAX_LENGTH = 10_000;
const ACTION_MAX_LENGTH = 200;
const DATA_FIELDS_MAX = 20;

/**
 * What is said about a live challenge beside its key and page, which other errors belong to: `readChallengeTarget`
 * fills those in. `userAgent` is accepted and ignored, and so are cookies that are well-formed (rule 26).
 */
export function readChallengeOptions(kind: TaskKind, input: WireInput): TaskParams | WireRefusal {
  const challenge: ChallengeParams = { pageUrl: "", siteKey: "" };
  for (const name of ["invisible", "enterprise"] as const) {
    const on = readFlag(input, name);
    if (isRefusal(on)) return on;
    if (on) challenge[name] = true;
  }
  const refusal =
    readApiDomain(kind, input, challenge) ??
    readAction(kind, input, challenge) ??
    readScore(kind, input, challenge) ??
    readData(kind, input, challenge) ??
    checkCookies(input);
  return refusal ?? { challenge };
}

function readApiDomain(kind: TaskKind, input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  if (kind === "funcaptcha") return readServiceUrl(input, challenge);
  const domains = API_DOMAINS[kind] ?? ["google.com"];
  const domain = (given(input, "domain") ?? domains[0]).toLowerCase().replace(/^www\./, "");
  if (!domains.includes(domain)) return bad(`domain must be ${domains.join(" or ")}.`);
  challenge.apiDomain = domain;
  return null;
}

function readServiceUrl(input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  const surl = given(input, "surl") ?? DEFAULT_SERVICE_URL;
  const url = URL.parse(/^[a-z]+:\/\//i.test(surl) ? surl : `https://${surl}`);
  if (url === null || !isVendorServiceUrl(url.origin)) {
    return bad("surl must be an https address of arkoselabs.com or funcaptcha.com.");
  }
  challenge.serviceUrl = url.origin;
  return null;
}

function readAction(kind: TaskKind, input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  if (kind !== "recaptcha_v2" && kind !== "recaptcha_v3") return null;
  const action = given(input, "action");
  if (action !== undefined && action.length > ACTION_MAX_LENGTH) return bad("action is too long.");
  challenge.action = action ?? DEFAULT_ACTION;
  return null;
}

/** Without one anybody may solve it; a given one is a bound. */
function readScore(kind: TaskKind, input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  if (kind !== "recaptcha_v3") return null;
  const score = readDecimal(input, "min_score", { min: 0.1, max: 0.9 });
  if (isRefusal(score)) return score;
  if (score !== undefined) challenge.minScore = score;
  return null;
}

/** The one-time values of a widget: `data-s`, hCaptcha's `data`, FunCaptcha's `data[...]`. */
function readData(kind: TaskKind, input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  if (kind === "funcaptcha") return readDataFields(input, challenge);
  const data = kind === "hcaptcha" ? given(input, "data") : (given(input, "data-s") ?? given(input, "datas"));
  if (data === undefined) return null;
  if (data.length > VALUE_MAX_LENGTH) return bad("data is too long.");
  challenge.data = data;
  return null;
}

function readDataFields(input: WireInput, challenge: ChallengeParams): WireRefusal | null {
  const fields: [string, string][] = [];
  for (const name in input.fields) {
    const key = /^data\[([\w.-]{1,100})\]$/.exec(name)?.[1];
    const value = given(input, name);
    if (key !== undefined && value !== undefined) fields.push([key, value]);
  }
  if (fields.length === 0) return null;
  const length = fields.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (fields.length > DATA_FIELDS_MAX || length > VALUE_MAX_LENGTH) return bad("data[...] is too long.");
  challenge.dataFields = Object.fromEntries(fields);
  return null;
}

/** `name=value; name=value`, or the older `name:value;name:value`. */
function checkCookies(input: WireInput): WireRefusal | null {
  const cookies = given(input, "cookies");
  if (cookies === undefined) return null;
  const wellFormed = cookies
    .replace(/;\s*$/, "")
    .split(";")
    .every((cookie) => /^\s*[^\s=:;,"]+[=:]\P{Cc}*$/u.test(cookie));
  return wellFormed && cookies.length <= VALUE_MAX_LENGTH
    ? null
    : bad("cookies must read name=value; name=value.");
}

function bad(errorText: string): WireRefusal {
  return refuse("ERROR_BAD_PARAMETERS", errorText);
}
