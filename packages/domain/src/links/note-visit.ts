import { createHash, randomBytes } from "node:crypto";
import type { Authentication } from "../auth/authentication";
import { sessionCookie } from "../auth/session-cookie";
import type { Visit } from "../auth/visit";
import type { DomainContext } from "../context";
import { addressSubject } from "../limits/address-subject";
import { isPublicAddress, unmappedAddress } from "../outbound/public-address";
import { linkAccounts } from "./link-accounts";
import { TRACE_SORTS } from "./trace-sorts";

const COOKIE_SECONDS = 365 * 86_400;
const MARK_PATTERN = /^[\w-]{22}$/;
/** A trace that was seen this long ago is written anew; within this time the row stands as it is. */
const SEEN_AGAIN_AFTER = "interval '1 day'";

/**
 * Remembers with what an account was seen: its address, unless it is one of a private network, which says nothing,
 * and its browser's own mark, a cookie that says nothing about anybody but that this browser was here before. What is
 * new is compared with what other accounts were seen with, at once. Returns the cookies to set.
 */
export async function noteVisit(
  ctx: Pick<DomainContext, "pool" | "clock">,
  auth: Pick<Authentication, "cookieName">,
  visit: Visit,
  accountId: number,
): Promise<string[]> {
  const cookieName = auth.cookieName.replace("session_token", "browser");
  const known = sessionCookie(visit.cookie, cookieName);
  const mark = known !== null && MARK_PATTERN.test(known) ? known : randomBytes(16).toString("base64url");
  const traces: [sort: number, value: string][] = [[TRACE_SORTS.browser, mark]];
  if (isPublicAddress(unmappedAddress(visit.address))) {
    traces.push([TRACE_SORTS.address, addressSubject(visit.address)]);
  }
  const { rowCount } = await ctx.pool.query({
    name: "note_visit",
    text: `
      insert into account_trace as t (account_id, sort, hash, seen_at)
      select $1::int, sort, hash, $4::timestamptz from unnest($2::smallint[], $3::bytea[]) as s(sort, hash)
      on conflict (account_id, sort, hash) do update set seen_at = excluded.seen_at, linked_at = null
      where t.seen_at < excluded.seen_at - ${SEEN_AGAIN_AFTER}`,
    values: [
      accountId,
      traces.map(([sort]) => sort),
      traces.map(([, value]) => createHash("sha256").update(value).digest()),
      new Date(ctx.clock.nowMs()),
    ],
  });
  if (rowCount) await linkAccounts(ctx);
  if (mark === known) return [];
  const secure = cookieName.startsWith("__Secure-") ? "; Secure" : "";
  return [`${cookieName}=${mark}; Max-Age=${COOKIE_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`];
}
