import type { Authentication } from "@sightline/domain/auth/authentication";
import type { Visit } from "@sightline/domain/auth/visit";
import type { DomainContext } from "@sightline/domain/context";
import type { ChallengeHost } from "../challenge/challenge-host";

/** What a procedure gets of its request. Made for every call, so it holds only what is at hand already. */
export interface RequestContext {
  readonly domain: DomainContext;
  readonly auth: Authentication;
  readonly publicUrl: string;
  /** The origin of the page that calls; the public one for a program that is no browser. */
  readonly appOrigin: string;
  /** Where challenges are shown; null shows none. */
  readonly challengeHost: ChallengeHost | null;
  readonly visit: Visit;
  readonly requestId: string;
  /** Cookies for the browser; only queries and mutations can set any. */
  setCookies(values: readonly string[]): void;
}
