import type { SignUpReply } from "@sightline/contract/session";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { hitExactLimit } from "../limits/hit-exact-limit";
import type { Authentication } from "./authentication";
import { makeUser } from "./make-user";
import type { Visit } from "./visit";

/**
 * Makes a customer or a worker and logs them in. An address that has an account gets `not_possible`, whatever the
 * password: this is no second way to guess one. That it tells a known address from an unknown one cannot be helped
 * without mail (docs/decisions/0002-authentication.md), so every attempt counts, ten an hour from one address.
 */
export async function signUp(
  ctx: DomainContext,
  auth: Authentication,
  visit: Visit,
  wanted: { email: string; password: string; name: string; role: "customer" | "worker" },
): Promise<{ reply: SignUpReply; setCookies: string[] }> {
  const verdict = await hitExactLimit(ctx, "sign_ups", addressSubject(visit.address));
  if (!verdict.allowed) {
    const retryAfterSeconds = Math.ceil(verdict.retryAfterMs / 1_000);
    return { reply: { outcome: "too_many_attempts", retryAfterSeconds }, setCookies: [] };
  }
  const made = await makeUser(ctx, auth, visit, wanted);
  if (made === null) return { reply: { outcome: "not_possible" }, setCookies: [] };
  const { me, firstApiKey, setCookies } = made;
  return { reply: { outcome: "signed_up", me, firstApiKey }, setCookies };
}
