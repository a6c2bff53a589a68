import { type IssuedToken, STAND_IN_SECRET, type TokenBook } from "./token-book";

type Refused = { success: false; "error-codes": string[] };

/**
 * The check of a token that Google and hCaptcha document alike: the secret, then the response, which counts once.
 * What differs is the code for a token that is too old, or was seen before.
 */
export function siteverify(
  body: string,
  tokens: TokenBook,
  { vendor, tooOld, unknown }: { vendor: IssuedToken["vendor"]; tooOld: string; unknown: string },
): IssuedToken | Refused {
  const sent = new URLSearchParams(body);
  const secret = sent.get("secret");
  if (!secret) return refuse("missing-input-secret");
  if (secret !== STAND_IN_SECRET) return refuse("invalid-input-secret");
  const response = sent.get("response");
  if (!response) return refuse("missing-input-response");
  const token = tokens.redeem(response, vendor);
  if (token === "too_old") return refuse(tooOld);
  return token === "unknown" ? refuse(unknown) : token;
}

export function isRefused(answer: IssuedToken | Refused): answer is Refused {
  return "success" in answer;
}

/** What both say of a token that is good. */
export function goodToken({ issuedAtMs, hostname }: IssuedToken) {
  return { success: true, challenge_ts: new Date(issuedAtMs).toISOString(), hostname };
}

function refuse(code: string): Refused {
  return { success: false, "error-codes": [code] };
}
