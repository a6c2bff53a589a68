import { TEAM_ROLES, type TeamRole } from "@sightline/contract/team-areas";
import { buildMember } from "@sightline/domain/testing/build-member";
import { buildPerson } from "@sightline/domain/testing/build-person";
import { beforeAll, describe, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";
import { appRouter } from "./app-router";

const app = useTestApp();

const ALL = TEAM_ROLES;
const PROGRAMS: readonly TeamRole[] = ["owner", "developer"];
const SEES_TASKS: readonly TeamRole[] = ["owner", "developer", "reader"];
const MONEY: readonly TeamRole[] = ["owner", "billing"];
const OWNERS: readonly TeamRole[] = ["owner"];

/** Of everything that a customer may call: which members of its team may. */
const MAY: Record<string, readonly TeamRole[]> = {
  "announcements.current": ALL,
  "billing.deposits": MONEY,
  "billing.giveAddress": MONEY,
  "billing.receipt": MONEY,
  "billing.setProfile": MONEY,
  "billing.view": MONEY,
  "callbacks.deliveries": SEES_TASKS,
  "callbacks.endpoints": SEES_TASKS,
  "callbacks.remove": PROGRAMS,
  "callbacks.resend": PROGRAMS,
  "callbacks.rotateSecret": PROGRAMS,
  "callbacks.showSecret": PROGRAMS,
  "callbacks.switchOn": PROGRAMS,
  "callbacks.test": PROGRAMS,
  "challenges.openFrame": PROGRAMS,
  "crowd.setSettings": OWNERS,
  "crowd.settings": OWNERS,
  "customer.allowedAddresses": OWNERS,
  "customer.apiKeys": PROGRAMS,
  "customer.createApiKey": PROGRAMS,
  "customer.overview": ALL,
  "customer.revokeApiKey": PROGRAMS,
  "customer.setAllowedAddresses": OWNERS,
  "customer.tasks": SEES_TASKS,
  "figures.charts": ALL,
  "figures.usage": ALL,
  "images.unreadable": SEES_TASKS,
  "impersonation.stop": ALL,
  "invoices.list": MONEY,
  "invoices.read": MONEY,
  "keys.change": PROGRAMS,
  "keys.endPrevious": PROGRAMS,
  "keys.rotate": PROGRAMS,
  "keys.spent": PROGRAMS,
  "ledger.statement": MONEY,
  "ledger.totals": MONEY,
  "limits.mine": SEES_TASKS,
  "myData.askDeletion": OWNERS,
  "myData.askExport": OWNERS,
  "myData.cancelDeletion": OWNERS,
  "myData.deletion": OWNERS,
  "myData.exports": OWNERS,
  "notices.list": ALL,
  "notices.markRead": ALL,
  "notices.mute": OWNERS,
  "notices.muted": OWNERS,
  "packages.buy": MONEY,
  "packages.mine": MONEY,
  "packages.setOptions": MONEY,
  "passkeys.add": ALL,
  "passkeys.begin": ALL,
  "passkeys.list": ALL,
  "passkeys.remove": ALL,
  "passkeys.rename": ALL,
  "policy.accept": ALL,
  "policy.mine": ALL,
  "prices.rates": MONEY,
  "prices.setMaximumRate": MONEY,
  "recognition.list": SEES_TASKS,
  "recognition.set": PROGRAMS,
  "reports.list": SEES_TASKS,
  "reports.report": PROGRAMS,
  "reports.scoreBands": SEES_TASKS,
  "requestLog.list": PROGRAMS,
  "requestLog.retention": OWNERS,
  "requestLog.setRetention": OWNERS,
  "requestLog.timeline": SEES_TASKS,
  "retention.mine": OWNERS,
  "retention.set": OWNERS,
  "sandbox.act": PROGRAMS,
  "sandbox.giveBack": PROGRAMS,
  "sandbox.stream": PROGRAMS,
  "sandbox.takeBack": PROGRAMS,
  "session.revokeSession": ALL,
  "session.sessions": ALL,
  "sites.add": PROGRAMS,
  "sites.check": PROGRAMS,
  "sites.checks": SEES_TASKS,
  "sites.list": SEES_TASKS,
  "sites.remove": PROGRAMS,
  "standing.appeal": OWNERS,
  "standing.mine": ALL,
  "team.cancelInvitation": OWNERS,
  "team.changeRole": OWNERS,
  "team.invite": OWNERS,
  "team.leave": ALL,
  "team.list": ALL,
  "team.remove": OWNERS,
  "testMode.giveKey": PROGRAMS,
  "twoFactor.finish": ALL,
  "twoFactor.isOn": ALL,
  "twoFactor.start": ALL,
  "twoFactor.stop": ALL,
};

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const cookies = new Map<TeamRole | "nobody", string | null>([["nobody", null]]);

beforeAll(async () => {
  const holder = await buildPerson(app.ctx, app.auth, "customer");
  for (const role of TEAM_ROLES) {
    const { visit, accountId } = await buildMember(app.ctx, app.auth, holder, role);
    expect(accountId).toBe(holder.accountId);
    cookies.set(role, visit.cookie);
  }
});

test("every procedure that is open to a customer, and not to everybody, is in the table of the team's roles", async () => {
  const forCustomers: string[] = [];
  for (const path of Object.keys(procedures)) {
    if ((await codeOf(path, "nobody")) === "UNAUTHORIZED" && (await codeOf(path, "owner")) !== "FORBIDDEN")
      forCustomers.push(path);
  }
  expect(Object.keys(MAY).sort()).toEqual(forCustomers.sort());
});

describe.each(Object.entries(MAY))("%s", (path, allowed) => {
  test.each(TEAM_ROLES)("is open or closed to a team's %s as the table says", async (role) => {
    const code = await codeOf(path, role);
    if (allowed.includes(role)) expect(["UNAUTHORIZED", "FORBIDDEN"]).not.toContain(code);
    else expect(code).toBe("FORBIDDEN");
  });
});

test.each([
  ["/tasks.csv?from=0&to=1000", SEES_TASKS],
  ["/statement.csv?from=0&to=1000", MONEY],
] as const)("%s is a file for those roles alone", async (address, allowed) => {
  for (const role of TEAM_ROLES) {
    const reply = await fetch(`${app.origin}${address}`, { headers: { cookie: cookies.get(role) ?? "" } });
    expect(reply.status, role).toBe(allowed.includes(role) ? 200 : 403);
  }
});

test("an open screen of a member whose role is another one now is told so and ends", async () => {
  const holder = await buildPerson(app.ctx, app.auth, "customer");
  const member = await buildMember(app.ctx, app.auth, holder, "developer");
  const input = encodeURIComponent(JSON.stringify({ tabId: "tab-of-a-member", kinds: ["image"] }));
  const stream = await fetch(`${app.origin}/trpc/sandbox.stream?input=${input}`, {
    headers: { accept: "text/event-stream", cookie: member.visit.cookie ?? "" },
  });
  const change = await callProcedure(app.origin, "team.changeRole", {
    cookie: holder.visit.cookie,
    type: "mutation",
    input: { userId: member.userId, role: "billing" },
  });
  expect(change.status).toBe(200);
  expect(await stream.text()).toContain("Your role in this account has changed.");
});

/** The error code of a call without input, null for none. */
async function codeOf(path: string, role: TeamRole | "nobody"): Promise<string | null> {
  const cookie = cookies.get(role) ?? null;
  const type = procedures[path]?._def.type;
  if (type === "subscription") {
    const headers: Record<string, string> = { accept: "text/event-stream" };
    if (cookie !== null) headers.cookie = cookie;
    const text = await (await fetch(`${app.origin}/trpc/${path}`, { headers })).text();
    const failure = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
    return failure === undefined ? null : (JSON.parse(failure) as { data: { code: string } }).data.code;
  }
  const { error } = await callProcedure(app.origin, path, {
    cookie,
    type: type === "query" ? "query" : "mutation",
  });
  return error?.data.code ?? null;
}
