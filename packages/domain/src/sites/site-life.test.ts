import { SITE_CHECKS_KEEP_MS } from "@sightline/contract/sites";
import { expect, test } from "vitest";
import { getBalance } from "../ledger/get-balance";
import { recheckSites } from "../maintenance/recheck-sites";
import { buildAccount, buildSite, buildTask } from "../testing/builders";
import { useSiteDesk } from "../testing/use-site-desk";
import { addSite } from "./add-site";
import { checkOwnSite } from "./check-own-site";
import { createSiteTask } from "./create-site-task";
import { decideSite } from "./decide-site";
import { findSiteRefusal } from "./find-site-refusal";
import { listSiteChecks } from "./list-site-checks";
import { listSites } from "./list-sites";
import { listStaffSites } from "./list-staff-sites";
import { removeSite } from "./remove-site";
import { sweepSiteChecks } from "./sweep-site-checks";
import { switchHost } from "./switch-host";

const DAY_MS = 24 * 3_600_000;
const desk = useSiteDesk();
const RECORD = "_sightline-challenge.example.com";

const add = (host = "example.com", more: { subdomains?: boolean; method?: "dns" | "file" } = {}) =>
  addSite(desk.ctx, { accountId: desk.customer, host, method: "dns", subdomains: false, ...more });
const check = (siteId: number, accountId = desk.customer) => checkOwnSite(desk.ctx, { accountId, siteId });
const refusal = (host = "example.com", accountId = desk.customer) =>
  findSiteRefusal(desk.ctx, { accountId, host });
const states = async () => (await listSites(desk.ctx, desk.customer)).map(({ host, state }) => [host, state]);

/** A site that the owner has proved and staff have approved, whose record is still there. */
async function goodSite(more: { subdomains?: boolean } = {}): Promise<number> {
  const site = await add("example.com", more);
  desk.records.set(RECORD, [site.token]);
  await check(site.id);
  await decideSite(desk.ctx, { siteId: site.id, decidedBy: 1, verdict: "approve" });
  return site.id;
}

test("an account's first site waits for staff after its proof; its second does not", async () => {
  const first = await add("https://Example.com:8443/login");
  expect(first).toMatchObject({ host: "example.com", state: "unproved" });
  expect(await refusal()).toMatch("has not been verified yet");
  desk.records.set(RECORD, [first.token]);
  expect(await check(first.id)).toMatchObject({ outcome: "good", site: { state: "waiting" } });
  expect(await refusal()).toMatch("waits for our staff");
  expect((await listStaffSites(desk.ctx))[0]).toMatchObject({ host: "example.com", state: "waiting" });

  await decideSite(desk.ctx, { siteId: first.id, decidedBy: 1, verdict: "approve" });
  expect(await refusal()).toBeNull();
  const second = await add("example.org");
  desk.records.set("_sightline-challenge.example.org", [second.token]);
  expect(await check(second.id)).toMatchObject({ site: { state: "good" } });
  expect(await states()).toEqual([
    ["example.com", "good"],
    ["example.org", "good"],
  ]);
});

test("a site that staff refuse stays refused when its proof is found again", async () => {
  const site = await add();
  desk.records.set(RECORD, [site.token]);
  await check(site.id);
  await decideSite(desk.ctx, { siteId: site.id, decidedBy: 1, verdict: "refuse", reason: "Not yours" });
  expect(await check(site.id)).toMatchObject({
    outcome: "good",
    site: { state: "refused", reason: "Not yours" },
  });
  expect(await refusal()).toMatch("was refused");
});

test("a site is of one account only, with a token of its own", async () => {
  const site = await add();
  const other = await buildAccount(desk.ctx);
  await expect(check(site.id, other)).rejects.toThrow("There is no such site");
  await expect(removeSite(desk.ctx, { accountId: other, siteId: site.id })).rejects.toThrow("no such site");
  expect(await listSiteChecks(desk.ctx, { accountId: other, siteId: site.id })).toEqual([]);
  const same = await addSite(desk.ctx, {
    accountId: other,
    host: "example.com",
    method: "dns",
    subdomains: false,
  });
  expect(same.token).not.toBe(site.token);
  desk.records.set(RECORD, [site.token]);
  expect((await check(same.id, other)).outcome).toBe("wrong");
  await expect(add()).rejects.toThrow("one of your sites already");
  await expect(add("github.io")).rejects.toThrow("pages of many people");
  await expect(add("example.net", { subdomains: true, method: "file" })).rejects.toThrow("by DNS only");
});

test("the exact host counts, and names under it only where DNS proved the domain", async () => {
  await goodSite();
  for (const host of [
    "www.example.com",
    "example.org",
    "notexample.com",
    "example.com.evil.org",
    "127.0.0.1",
  ])
    expect(await refusal(host)).not.toBeNull();
  await desk.ctx.pool.query("update site set subdomains = true where account_id = $1", [desk.customer]);
  desk.ctx.sites.forgetAll();
  for (const host of ["example.com", "www.example.com", "a.b.example.com"])
    expect(await refusal(host)).toBeNull();
  for (const host of ["notexample.com", "example.com.evil.org"]) expect(await refusal(host)).not.toBeNull();
});

test("one wrong answer keeps the site, the second suspends it, says so and returns what waits, unpaid", async () => {
  const id = await goodSite();
  const before = await getBalance(desk.ctx, desk.customer);
  const taskId = await desk.submit();
  desk.records.set(RECORD, ["gone"]);
  expect(await check(id)).toMatchObject({ outcome: "wrong", site: { state: "good" } });
  expect((await desk.stateOfTask(taskId)).state).toBe("queued");
  desk.clock.advance(11_000);
  expect(await check(id)).toMatchObject({ outcome: "wrong", site: { state: "suspended" } });
  expect(await desk.stateOfTask(taskId)).toEqual({ state: "unsolvable", reason: 20 });
  expect(await getBalance(desk.ctx, desk.customer)).toEqual(before);
  expect(await refusal()).toMatch("is suspended");
  const notices = await desk.ctx.pool.query("select notice from notice where account_id = $1 order by id", [
    desk.customer,
  ]);
  expect(notices.rows.map(({ notice }) => notice)).toEqual(["site_approved", "site_suspended"]);

  const site = (await listSites(desk.ctx, desk.customer))[0];
  desk.records.set(RECORD, [site?.token ?? ""]);
  expect(await check(id)).toMatchObject({ outcome: "good", site: { state: "good" } });
});

test("looks of several processes at one moment are one failure", async () => {
  const id = await goodSite();
  desk.records.set(RECORD, ["gone"]);
  await Promise.all([check(id), check(id), check(id)]);
  expect(await states()).toEqual([["example.com", "good"]]);
});

test("a record that comes and goes does not suspend: the failures must follow each other", async () => {
  const id = await goodSite();
  const token = desk.records.get(RECORD) ?? [];
  for (const records of [["no"], token, ["no"], token, ["no"]]) {
    desk.records.set(RECORD, records);
    desk.clock.advance(20_000);
    await check(id);
  }
  expect(await states()).toEqual([["example.com", "good"]]);
});

test("a site that is removed takes back what waits, and the log of its checks stays", async () => {
  const id = await goodSite();
  const before = await getBalance(desk.ctx, desk.customer);
  const taskId = await desk.submit();
  const onTestKey = await desk.submit("https://x.test/", "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI");
  expect(await removeSite(desk.ctx, { accountId: desk.customer, siteId: id })).toEqual({ returnedTasks: 1 });
  expect((await desk.stateOfTask(taskId)).state).toBe("unsolvable");
  expect((await desk.stateOfTask(onTestKey)).state).toBe("queued");
  expect((await getBalance(desk.ctx, desk.customer)).availableMicros).toBe(before.availableMicros - 350);
  expect(await refusal()).toMatch("is not verified for this account");
  const { rowCount } = await desk.ctx.pool.query("select from site_check where site_id = $1", [id]);
  expect(rowCount).toBe(1);
});

test("staff switch a host off and on at once, for every account and every name under it", async () => {
  await goodSite({ subdomains: true });
  const other = await buildAccount(desk.ctx);
  await buildSite(desk.ctx, other, { host: "www.example.com" });
  const [own, under] = [await desk.submit(), await desk.submit("https://www.example.com/")];
  expect(await switchHost(desk.ctx, { host: "www.example.com", reason: "Asked to", by: 1 })).toEqual({
    host: "www.example.com",
    returnedTasks: 1,
  });
  expect((await desk.stateOfTask(under)).state).toBe("unsolvable");
  expect((await desk.stateOfTask(own)).state).toBe("queued");
  expect(await refusal()).toBeNull();
  expect(await refusal("a.www.example.com")).toMatch("is switched off");
  expect(await refusal("www.example.com", other)).toMatch("is switched off");
  await switchHost(desk.ctx, { host: "EXAMPLE.com", reason: "All of it", by: 1 });
  expect(await refusal()).toMatch("is switched off");
  expect((await desk.stateOfTask(own)).state).toBe("unsolvable");
  await switchHost(desk.ctx, { host: "example.com", reason: null, by: 1 });
  await switchHost(desk.ctx, { host: "www.example.com", reason: null, by: 1 });
  expect(await refusal("www.example.com", other)).toBeNull();
  await expect(switchHost(desk.ctx, { host: "example.com", reason: null, by: 1 })).rejects.toThrow(
    "not switched off",
  );
});

test("an owner may ask for thirty checks in ten minutes", async () => {
  const { id } = await add();
  for (let i = 0; i < 30; i++) await check(id);
  await expect(check(id)).rejects.toThrow("Too many checks");
});

test("a time-out is no failure, until nobody has reached the site for a week", async () => {
  const id = await goodSite();
  desk.records.set(RECORD, null);
  for (let i = 0; i < 3; i++) {
    desk.clock.advance(DAY_MS);
    expect(await check(id)).toMatchObject({ outcome: "unreachable", site: { state: "good" } });
  }
  desk.clock.advance(4 * DAY_MS + 1_000);
  expect(await check(id)).toMatchObject({ outcome: "unreachable", site: { state: "suspended" } });
});

test("pictures cut from a challenge of a site that is removed or switched off are returned unpaid", async () => {
  const id = await goodSite();
  const before = await getBalance(desk.ctx, desk.customer);
  const send = async () => {
    const reply = await createSiteTask(
      desk.ctx,
      { accountId: desk.customer, kind: "text", params: { question: "2 + 2?", imgType: "recaptcha" } },
      { host: "example.com", pageUrl: "https://example.com/", proxy: null },
    );
    return reply.ok ? reply.taskId : 0;
  };
  const [first, second] = [await send(), await send()];
  const free = await buildTask(desk.ctx, await buildAccount(desk.ctx, { amountMicros: 1_000 }));
  expect(await switchHost(desk.ctx, { host: "example.com", reason: "No", by: null })).toMatchObject({
    returnedTasks: 2,
  });
  await switchHost(desk.ctx, { host: "example.com", reason: null, by: null });
  const third = await send();
  expect(await removeSite(desk.ctx, { accountId: desk.customer, siteId: id })).toEqual({ returnedTasks: 1 });
  for (const taskId of [first, second, third])
    expect(await desk.stateOfTask(taskId)).toEqual({ state: "unsolvable", reason: 20 });
  expect(await desk.stateOfTask(free)).toMatchObject({ state: "queued" });
  expect(await getBalance(desk.ctx, desk.customer)).toEqual(before);
});

test("the service looks once a day, sooner after a failure, and every look is written down", async () => {
  const id = await goodSite();
  expect(await recheckSites.runOnce(desk.ctx)).toBe(0);
  desk.clock.advance(DAY_MS + 1_000);
  expect(await recheckSites.runOnce(desk.ctx)).toBe(1);
  expect(await recheckSites.runOnce(desk.ctx)).toBe(0);
  desk.records.set(RECORD, ["gone"]);
  for (const advanceMs of [DAY_MS + 1_000, 3_601_000]) {
    desk.clock.advance(advanceMs);
    await recheckSites.runOnce(desk.ctx);
  }
  expect(await states()).toEqual([["example.com", "suspended"]]);
  desk.clock.advance(2 * DAY_MS);
  expect(await recheckSites.runOnce(desk.ctx)).toBe(0);
  const checks = await listSiteChecks(desk.ctx, { accountId: desk.customer, siteId: id });
  expect(checks.map(({ cause, outcome }) => `${cause} ${outcome}`)).toEqual([
    "daily wrong",
    "daily wrong",
    "daily good",
    "owner good",
  ]);
});

// Last: the clock leaves the days that have partitions.
test("looks at sites are kept for a year, then forgotten, and those of others stay", async () => {
  const id = await goodSite();
  desk.clock.advance(SITE_CHECKS_KEEP_MS - 1_000);
  await check(id);
  await sweepSiteChecks.runOnce(desk.ctx);
  const looks = () => listSiteChecks(desk.ctx, { accountId: desk.customer, siteId: id });
  expect(await looks()).toHaveLength(2);
  desk.clock.advance(2_000);
  expect(await sweepSiteChecks.runOnce(desk.ctx)).toBeGreaterThan(0);
  expect(await looks()).toHaveLength(1);
  expect(await sweepSiteChecks.runOnce(desk.ctx)).toBe(0);
});
