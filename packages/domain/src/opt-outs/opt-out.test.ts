import { beforeEach, expect, test } from "vitest";
import { listCaughtMail } from "../mail/list-caught-mail";
import { findSiteRefusal } from "../sites/find-site-refusal";
import { buildSite } from "../testing/builders";
import { useSiteDesk } from "../testing/use-site-desk";
import { askOptOut } from "./ask-opt-out";
import { closeOptOut } from "./close-opt-out";
import { confirmOptOut } from "./confirm-opt-out";
import { listOptOuts } from "./list-opt-outs";
import { proveOptOut } from "./prove-opt-out";
import { sweepOptOuts } from "./sweep-opt-outs";

const desk = useSiteDesk();
let sender = "";
let senders = 0;
beforeEach(async () => {
  sender = `198.51.100.${++senders}`;
  await desk.ctx.pool.query("delete from opt_out");
  await buildSite(desk.ctx, desk.customer, { host: "example.com" });
});

const ask = (email = "somebody@example.org", host = "example.com") =>
  askOptOut(desk.ctx, { host, email, words: "Not here, please", sender });
const refusal = () => findSiteRefusal(desk.ctx, { accountId: desk.customer, host: "example.com" });
/** The secret behind the # of the link in the latest mail. */
const latestSecret = async () =>
  (await listCaughtMail(desk.ctx))[0]?.text.match(/#confirm=([\w-]+)/)?.[1] ?? "";

test("asking makes a case for staff and switches nothing off", async () => {
  await ask();
  expect(await listOptOuts(desk.ctx)).toMatchObject([{ host: "example.com", mailConfirmedAtMs: null }]);
  expect(await refusal()).toBeNull();
});

test("a proof by TXT record or file switches the host off at once, closes the case and returns what waits", async () => {
  const taskId = await desk.submit();
  const { id, token } = await ask();
  expect(await proveOptOut(desk.ctx, { id, token, sender })).toBe("not_proved");
  expect(await refusal()).toBeNull();
  desk.records.set("_sightline-challenge.example.com", [token]);
  expect(await proveOptOut(desk.ctx, { id, token, sender })).toBe("switched_off");
  expect(await refusal()).toMatch("is switched off");
  expect(await desk.stateOfTask(taskId)).toEqual({ state: "unsolvable", reason: 20 });
  expect(await listOptOuts(desk.ctx)).toEqual([]);
});

test("the token of a customer's own site proves no opt-out, and somebody else's number says nothing", async () => {
  const { id, token } = await ask();
  const { rows } = await desk.ctx.pool.query<{ token: string }>("select token from site");
  desk.records.set("_sightline-challenge.example.com", [rows[0]?.token ?? ""]);
  expect(await proveOptOut(desk.ctx, { id, token, sender })).toBe("not_proved");
  expect(await proveOptOut(desk.ctx, { id, token: `${token}x`, sender })).toBe("unknown");
});

test.each(["somebody@example.com", "hostmaster@example.org", "admin@com", "webmaster@notexample.com"])(
  "the link in a mail to %s shows that the address is real, no more",
  async (email) => {
    expect(await ask(email)).toMatchObject({ mailProves: false });
    expect(await confirmOptOut(desk.ctx, await latestSecret())).toBe("confirmed");
    expect(await refusal()).toBeNull();
    expect((await listOptOuts(desk.ctx))[0]?.mailConfirmedAtMs).not.toBeNull();
  },
);

test("the link in a mail to a mailbox of the site's owner switches the host off", async () => {
  expect(await ask("Hostmaster@example.com")).toMatchObject({ mailProves: true, mailed: true });
  expect(await confirmOptOut(desk.ctx, "x".repeat(43))).toBe("unknown");
  expect(await confirmOptOut(desk.ctx, await latestSecret())).toBe("switched_off");
  expect(await refusal()).toMatch("is switched off");
});

test("a link is good for a day", async () => {
  await ask("hostmaster@example.com");
  const secret = await latestSecret();
  desk.clock.advance(24 * 3_600_000 + 1_000);
  expect(await confirmOptOut(desk.ctx, secret)).toBe("unknown");
});

test("five may be asked for from one address in an hour, and only of hosts that somebody can own", async () => {
  await expect(ask("a@example.org", "github.io")).rejects.toThrow("pages of many people");
  for (let i = 0; i < 5; i++) await ask();
  await expect(ask()).rejects.toThrow("Too many requests");
  for (let i = 0; i < 30; i++) await proveOptOut(desk.ctx, { id: 1, token: "x", sender });
  await expect(proveOptOut(desk.ctx, { id: 1, token: "x", sender })).rejects.toThrow("Too many checks");
});

test("staff close a case once", async () => {
  const { id } = await ask();
  await closeOptOut(desk.ctx, { id, closedBy: desk.customer });
  expect(await listOptOuts(desk.ctx)).toEqual([]);
  await expect(closeOptOut(desk.ctx, { id, closedBy: desk.customer })).rejects.toThrow("no such open");
});

test("opt-outs that nobody confirmed go after three months, closed ones after a year, and a switch stays", async () => {
  const DAY_MS = 86_400_000;
  await ask();
  const { id, token } = await ask();
  desk.records.set("_sightline-challenge.example.com", [token]);
  await proveOptOut(desk.ctx, { id, token, sender });
  const left = async () => (await desk.ctx.pool.query("select from opt_out")).rows.length;
  desk.clock.advance(90 * DAY_MS);
  await sweepOptOuts.runOnce(desk.ctx);
  expect(await left()).toBe(2);
  desk.clock.advance(1_000);
  expect(await sweepOptOuts.runOnce(desk.ctx)).toBe(1);
  desk.clock.advance(275 * DAY_MS);
  expect(await sweepOptOuts.runOnce(desk.ctx)).toBe(1);
  expect(await left()).toBe(0);
  expect(await refusal()).toMatch("is switched off");
});
