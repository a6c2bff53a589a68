import type { TaskKind } from "@sightline/contract/task-kinds";
import { hostOfPage } from "@sightline/domain/sites/host-of-page";
import { given, type WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

export type KeyReading = { ok: true; siteKey: string } | WireRefusal;
export type PageReading = { ok: true; pageUrl: string; host: string } | WireRefusal;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const RECAPTCHA_KEY = /^[\w-]{40}$/;
const URL_MAX_LENGTH = 2_048;

/** The widget's own key: each vendor's parameter has its own errors (protocol.md, rule 3). */
export function readSiteKey(kind: TaskKind, { fields }: WireInput): KeyReading {
  switch (kind) {
    case "hcaptcha":
      return take(fields.sitekey, UUID) ?? refuse("ERROR_SITEKEY");
    case "funcaptcha":
      return (
        take(fields.publickey, UUID) ?? refuse("ERROR_BAD_PARAMETERS", "publickey is missing or malformed.")
      );
    default:
      if (fields.googlekey === undefined || fields.googlekey === "undefined")
        return refuse("ERROR_WRONG_GOOGLEKEY");
      return take(fields.googlekey, RECAPTCHA_KEY) ?? refuse("ERROR_GOOGLEKEY");
  }
}

function take(value: string | undefined, form: RegExp): KeyReading | null {
  const siteKey = value?.trim() ?? "";
  return form.test(siteKey) ? { ok: true, siteKey } : null;
}

/** The page of a challenge, and its host as the WHATWG parser reads it, without a trailing dot and the port. */
export function readPage(input: WireInput): PageReading {
  const pageUrl = given(input, "pageurl")?.trim() ?? "";
  const url = pageUrl.length <= URL_MAX_LENGTH ? URL.parse(pageUrl) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return refuse("ERROR_PAGEURL");
  return { ok: true, pageUrl: url.href, host: hostOfPage(url.href) };
}
