import { randomBytes } from "node:crypto";

export interface IssuedToken {
  vendor: "recaptcha" | "hcaptcha" | "arkose";
  siteKey: string;
  hostname: string;
  action: string | null;
  score: number | null;
  issuedAtMs: number;
}

const VALID_MS = 120_000;
const TOKENS_MAX = 10_000;
/** The one secret that every stand-in's siteverify takes. */
export const STAND_IN_SECRET = "stand-in-secret";

/** Tokens that were given out. Each verifies once, within two minutes, as the vendors promise. */
export class TokenBook {
  readonly #issued = new Map<string, IssuedToken>();

  issue(prefix: string, token: Omit<IssuedToken, "issuedAtMs">): string {
    const text = `${prefix}stand-in-token-${randomBytes(24).toString("base64url")}`;
    this.#issued.set(text, { ...token, issuedAtMs: Date.now() });
    const [oldest] = this.#issued.keys();
    if (this.#issued.size > TOKENS_MAX && oldest !== undefined) this.#issued.delete(oldest);
    return text;
  }

  /** The token, once; or why it is none. */
  redeem(text: string, vendor: IssuedToken["vendor"]): IssuedToken | "unknown" | "too_old" {
    const token = this.#issued.get(text);
    if (token?.vendor !== vendor) return "unknown";
    this.#issued.delete(text);
    return Date.now() - token.issuedAtMs > VALID_MS ? "too_old" : token;
  }
}
