import { UNDO_MS } from "@sightline/contract/moderation";
import { beforeEach, expect, test } from "vitest";
import { carryOutVerdicts } from "../moderation/carry-out-verdicts";
import { claimCase, type Moderator } from "../moderation/claim-case";
import { giveVerdict } from "../moderation/give-verdict";
import { listCases } from "../moderation/list-cases";
import { viewCase } from "../moderation/view-case";
import { listNotices } from "../notices/list-notices";
import { buildAccount } from "../testing/builders";
import { useSiteDesk } from "../testing/use-site-desk";
import { addSite } from "./add-site";
import { checkOwnSite } from "./check-own-site";
import { decideSite } from "./decide-site";
import { findSiteRefusal } from "./find-site-refusal";
import { removeSite } from "./remove-site";

const desk = useSiteDesk();
let moderator: Moderator;

beforeEach(async () => {
  await desk.ctx.pool.query("delete from moderation_verdict");
  await desk.ctx.pool.query("delete from moderation_case");
  moderator = { accountId: await buildAccount(desk.ctx, { role: "moderator" }), role: "moderator" };
});

async function verified(host: string): Promise<number> {
  const site = await addSite(desk.ctx, {
    accountId: desk.customer,
    host,
    method: "dns",
    subdomains: false,
  });
  desk.records.set(`_sightline-challenge.${host}`, [site.token]);
  await checkOwnSite(desk.ctx, { accountId: desk.customer, siteId: site.id });
  return site.id;
}
const open = async () => (await listCases(desk.ctx, { kind: "new_site", limit: 9, role: "moderator" })).rows;
const refusal = (host: string) => findSiteRefusal(desk.ctx, { accountId: desk.customer, host });
async function decide(
  verdict: "accept" | "refuse",
  reasonCode: "site_in_order" | "site_of_others",
): Promise<void> {
  const caseId = (await open())[0]?.id ?? 0;
  await viewCase(desk.ctx, moderator, caseId);
  const expected = { refundMicros: 0, takenBackMicros: 0 };
  await giveVerdict(desk.ctx, moderator, { caseId, verdict, reasonCode, takesPayBack: false, expected });
  desk.clock.advance(UNDO_MS);
  await carryOutVerdicts.runOnce(desk.ctx);
}

test("a site that is verified for the first time is a case, with what is known of site and owner", async () => {
  const siteId = await verified("example.com");
  await checkOwnSite(desk.ctx, { accountId: desk.customer, siteId });
  const rows = await open();
  expect(rows).toMatchObject([{ subject: `site:${siteId}` }]);
  const { claims } = await viewCase(desk.ctx, moderator, rows[0]?.id ?? 0);
  expect(claims?.site).toMatchObject({
    host: "example.com",
    method: "dns",
    state: "waiting",
    otherSites: [],
    verifiedAtMs: desk.clock.nowMs(),
  });
});

test("accepted it may be sent and its owner is told; only then its case is over", async () => {
  await verified("example.com");
  expect(await refusal("example.com")).toMatch("waits for our staff");
  await decide("accept", "site_in_order");
  expect(await refusal("example.com")).toBeNull();
  expect(await open()).toEqual([]);
  const { notices } = await listNotices(desk.ctx, desk.customer);
  expect(notices.map(({ subject }) => subject)).toEqual(["example.com is approved"]);
});

test("a second site may be sent at once, and is held when staff refuse it afterwards", async () => {
  await verified("example.com");
  await decide("accept", "site_in_order");
  await verified("example.org");
  expect(await refusal("example.org")).toBeNull();
  const taskId = await desk.submit("https://example.org/");
  await decide("refuse", "site_of_others");
  expect(await refusal("example.org")).toMatch("was refused by our staff");
  expect(await desk.stateOfTask(taskId)).toEqual({ state: "unsolvable", reason: 20 });
  const { notices } = await listNotices(desk.ctx, desk.customer);
  expect(notices[0]).toMatchObject({
    subject: "example.org was refused",
    text: expect.stringContaining("does not seem to be the account holder's own"),
  });
});

test("a reason that speaks for the other verdict is refused, and nothing has changed", async () => {
  await verified("example.com");
  await expect(decide("refuse", "site_in_order")).rejects.toThrow("another verdict");
  expect(await open()).toHaveLength(1);
  expect(await refusal("example.com")).toMatch("waits for our staff");
});

test("a decision on the page of sites ends the case, also under the hands of a moderator", async () => {
  const siteId = await verified("example.com");
  const caseId = (await open())[0]?.id ?? 0;
  await claimCase(desk.ctx, moderator, caseId);
  await decideSite(desk.ctx, { siteId, decidedBy: 1, verdict: "refuse", reason: "Not yours" });
  expect(await open()).toEqual([]);
  const expected = { refundMicros: 0, takenBackMicros: 0 };
  const given = { caseId, verdict: "accept", reasonCode: "other", takesPayBack: false, expected } as const;
  await expect(giveVerdict(desk.ctx, moderator, given)).rejects.toThrow("decided this case meanwhile");
  expect(await refusal("example.com")).toMatch("was refused");
});

test("a site that its owner removes takes its case with it, and nobody else's", async () => {
  const siteId = await verified("example.com");
  const other = await buildAccount(desk.ctx);
  await expect(removeSite(desk.ctx, { accountId: other, siteId })).rejects.toThrow("no such site");
  expect(await open()).toHaveLength(1);
  await removeSite(desk.ctx, { accountId: desk.customer, siteId });
  expect(await open()).toEqual([]);
});
