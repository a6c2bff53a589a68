import { ROLES, type Role } from "@sightline/contract/roles";
import { suspendAccount } from "@sightline/domain/standing/suspend-account";
import { buildPerson } from "@sightline/domain/testing/build-person";
import { beforeAll, describe, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";
import { appRouter } from "./app-router";

const app = useTestApp();

const ANYBODY = ["nobody", ...ROLES] as const;
const MAY: Record<string, readonly ("nobody" | Role)[]> = {
  "public.figures": ANYBODY,
  "support.ask": ANYBODY,
  "team.list": ["customer"],
  "team.invite": ["customer"],
  "team.cancelInvitation": ["customer"],
  "team.changeRole": ["customer"],
  "team.remove": ["customer"],
  "team.leave": ["customer"],
  "team.join": ANYBODY,
  "limits.mine": ["customer"],
  "figures.usage": ["customer"],
  "testMode.giveKey": ["customer"],
  "figures.charts": ["customer"],
  "session.me": ANYBODY,
  "session.logIn": ANYBODY,
  "session.logInCode": ANYBODY,
  "twoFactor.isOn": ROLES,
  "twoFactor.start": ROLES,
  "twoFactor.finish": ROLES,
  "twoFactor.stop": ROLES,
  "passkeys.offerLogIn": ANYBODY,
  "passkeys.logIn": ANYBODY,
  "passkeys.list": ROLES,
  "passkeys.begin": ROLES,
  "passkeys.add": ROLES,
  "passkeys.rename": ROLES,
  "passkeys.remove": ROLES,
  "session.signUp": ANYBODY,
  "session.acceptInvitation": ANYBODY,
  "session.sessions": ROLES,
  "session.revokeSession": ROLES,
  "access.requestPasswordReset": ANYBODY,
  "access.resetPassword": ANYBODY,
  "access.confirmEmail": ANYBODY,
  "challenges.openFrame": ["customer", "worker"],
  "challenges.score": ["worker"],
  "challenges.setScoreConsent": ["worker"],
  "challenges.openScoreFrame": ["worker"],
  "challenges.measureScore": ["worker"],
  "customer.overview": ["customer"],
  "customer.tasks": ["customer"],
  "customer.apiKeys": ["customer"],
  "customer.createApiKey": ["customer"],
  "customer.revokeApiKey": ["customer"],
  "keys.change": ["customer"],
  "keys.spent": ["customer"],
  "keys.rotate": ["customer"],
  "keys.endPrevious": ["customer"],
  "customer.allowedAddresses": ["customer"],
  "customer.setAllowedAddresses": ["customer"],
  "earnings.mine": ["worker"],
  "earnings.sayPresence": ["worker"],
  "invoices.list": ["customer"],
  "invoices.read": ["customer"],
  "ledger.statement": ROLES,
  "ledger.totals": ROLES,
  "ledger.proof": ["admin"],
  "ledger.prove": ["admin"],
  "packages.mine": ["customer"],
  "packages.buy": ["customer"],
  "packages.setOptions": ["customer"],
  "packages.plans": ["admin"],
  "packages.planHistory": ["admin"],
  "packages.settingsHistory": ["admin"],
  "packages.floorEffect": ["admin"],
  "packages.setPlan": ["admin"],
  "packages.settings": ["admin"],
  "packages.setSettings": ["admin"],
  "prices.list": ["admin"],
  "prices.history": ["admin"],
  "prices.set": ["admin"],
  "prices.rates": ["customer"],
  "prices.setMaximumRate": ["customer"],
  "estimates.list": ["moderator", "admin"],
  "estimates.ask": ["admin"],
  "staffWorkers.list": ["moderator", "admin"],
  "staffWorkers.view": ["moderator", "admin"],
  "staffWorkers.setStage": ["admin"],
  "staffWorkers.suspendKind": ["admin"],
  "staffWorkers.liftKind": ["admin"],
  "progress.mine": ["worker"],
  "score.mine": ["worker"],
  "score.appeal": ["worker"],
  "score.setLanguages": ["worker"],
  "gold.list": ["moderator", "admin"],
  "gold.add": ["moderator", "admin"],
  "gold.retire": ["moderator", "admin"],
  "notices.list": ROLES,
  "notices.markRead": ROLES,
  "notices.mute": ROLES,
  "notices.muted": ROLES,
  "recognition.list": ["customer"],
  "recognition.set": ["customer"],
  "callbacks.endpoints": ["customer"],
  "callbacks.switchOn": ["customer"],
  "callbacks.remove": ["customer"],
  "callbacks.deliveries": ["customer"],
  "callbacks.resend": ["customer"],
  "callbacks.test": ["customer"],
  "callbacks.showSecret": ["customer"],
  "callbacks.rotateSecret": ["customer"],
  "reports.list": ["customer"],
  "reports.scoreBands": ["customer"],
  "reports.report": ["customer"],
  "requestLog.list": ["customer"],
  "requestLog.timeline": ["customer"],
  "requestLog.retention": ["customer"],
  "requestLog.setRetention": ["customer"],
  "staff.floor": ["moderator", "admin"],
  "staff.accounts": ["moderator", "admin"],
  "staff.account": ["moderator", "admin"],
  "staff.setAccountLimit": ["admin"],
  "invitations.waiting": ["admin"],
  "invitations.invite": ["admin"],
  "invitations.decide": ["admin"],
  "staff.bookDeposit": ["admin"],
  "moderation.waiting": ["admin"],
  "moderation.figures": ["moderator", "admin"],
  "moderation.cases": ["moderator", "admin"],
  "moderation.claimNext": ["moderator", "admin"],
  "moderation.open": ["moderator", "admin"],
  "moderation.release": ["moderator", "admin"],
  "moderation.read": ["moderator", "admin"],
  "moderation.decide": ["moderator", "admin"],
  "moderation.undo": ["moderator", "admin"],
  "staffAccounts.suspend": ["admin"],
  "staffAccounts.liftSuspension": ["admin"],
  "staffAudit.acts": ["admin"],
  "staffAudit.verify": ["admin"],
  "floor.health": ["moderator", "admin"],
  "floor.kinds": ["moderator", "admin"],
  "floor.switchKind": ["admin"],
  "staffAccounts.timeline": ["moderator", "admin"],
  "impersonation.start": ["admin"],
  "impersonation.stop": ROLES,
  "roles.waiting": ["admin"],
  "roles.ask": ["admin"],
  "roles.decide": ["admin"],
  "refunds.pairs": ["moderator", "admin"],
  "refunds.preview": ["admin"],
  "refunds.give": ["admin"],
  "refunds.task": ["admin"],
  "refunds.givePart": ["admin"],
  "refunds.waiting": ["admin"],
  "refunds.decide": ["admin"],
  "bans.list": ["moderator", "admin"],
  "bans.lift": ["moderator", "admin"],
  "bans.exemptions": ["moderator", "admin"],
  "bans.exempt": ["admin"],
  "bans.endExemption": ["admin"],
  "announcements.current": ROLES,
  "announcements.list": ["admin"],
  "announcements.reach": ["admin"],
  "announcements.publish": ["admin"],
  "announcements.withdraw": ["admin"],
  "announcements.undo": ["admin"],
  "images.unreadable": ["customer"],
  "images.blocks": ["moderator", "admin"],
  "images.preview": ["moderator", "admin"],
  "images.block": ["moderator", "admin"],
  "images.lift": ["moderator", "admin"],
  "images.alike": ["moderator", "admin"],
  "images.dismiss": ["moderator", "admin"],
  "images.refused": ["moderator", "admin"],
  "images.excuse": ["moderator", "admin"],
  "sites.list": ["customer"],
  "sites.checks": ["customer"],
  "sites.add": ["customer"],
  "sites.check": ["customer"],
  "sites.remove": ["customer"],
  "staffSites.list": ["moderator", "admin"],
  "staffSites.decide": ["moderator", "admin"],
  "staffSites.switches": ["moderator", "admin"],
  "staffSites.switchOff": ["moderator", "admin"],
  "staffSites.switchOn": ["moderator", "admin"],
  "staffSites.optOuts": ["moderator", "admin"],
  "staffSites.closeOptOut": ["moderator", "admin"],
  "optOut.ask": ANYBODY,
  "optOut.prove": ANYBODY,
  "optOut.confirm": ANYBODY,
  "work.stream": ["worker"],
  "work.act": ["worker"],
  "work.takeBack": ["worker"],
  "work.giveBack": ["worker"],
  "billing.view": ["customer"],
  "billing.deposits": ["customer"],
  "billing.giveAddress": ["customer"],
  "billing.receipt": ["customer"],
  "billing.setProfile": ["customer"],
  "policy.current": ANYBODY,
  "policy.mine": ["customer"],
  "policy.accept": ["customer"],
  "policy.versions": ["moderator", "admin"],
  "policy.acceptances": ["moderator", "admin"],
  "policy.publish": ["admin"],
  "policy.withdraw": ["admin"],
  "payouts.mine": ["worker"],
  "payouts.setAddress": ["worker"],
  "payouts.cancelAddress": ["worker"],
  "payouts.batches": ["admin"],
  "payouts.makeBatch": ["admin"],
  "payouts.decideBatch": ["admin"],
  "payouts.exportBatch": ["admin"],
  "payouts.enterTransaction": ["admin"],
  "payouts.returnPayout": ["admin"],
  "payouts.liftHold": ["admin"],
  "payouts.dropTransaction": ["admin"],
  "payouts.settleStray": ["admin"],
  "deposits.state": ["admin"],
  "deposits.list": ["admin"],
  "deposits.decide": ["admin"],
  "deposits.bookByHand": ["admin"],
  "deposits.reverse": ["admin"],
  "deposits.setSettings": ["admin"],
  "standing.mine": ROLES,
  "standing.appeal": ROLES,
  "sandbox.stream": ["customer"],
  "sandbox.act": ["customer"],
  "sandbox.takeBack": ["customer"],
  "sandbox.giveBack": ["customer"],
  "myData.exports": ROLES,
  "myData.askExport": ROLES,
  "myData.deletion": ROLES,
  "myData.askDeletion": ROLES,
  "myData.cancelDeletion": ROLES,
  "retention.mine": ["customer"],
  "retention.set": ["customer"],
  "crowd.settings": ["customer"],
  "crowd.setSettings": ["customer"],
  // Last, since it ends the session it is called with.
  "session.logOut": ANYBODY,
};

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const cookies = new Map<string, string | null>([["nobody", null]]);

beforeAll(async () => {
  for (const role of ROLES) {
    const { visit } = await buildPerson(app.ctx, app.auth, role);
    cookies.set(role, visit.cookie);
  }
});

test("every procedure is in the table of who may call it", () => {
  expect(Object.keys(procedures).sort()).toEqual(Object.keys(MAY).sort());
});

describe.each(Object.entries(MAY))("%s", (path, allowed) => {
  test.each(ANYBODY)("is open or closed to %s as the table says", async (caller) => {
    const refused = caller === "nobody" ? "UNAUTHORIZED" : "FORBIDDEN";
    const code = await outcomeOf(path, cookies.get(caller) ?? null);
    if ((allowed as readonly string[]).includes(caller))
      expect(["UNAUTHORIZED", "FORBIDDEN"]).not.toContain(code);
    else expect(code).toBe(refused);
  });
});

/** The error code of a call without input, null for none. */
async function outcomeOf(path: string, cookie: string | null): Promise<string | null> {
  const type = procedures[path]?._def.type;
  if (type === "subscription") return streamOutcome(path, cookie);
  const { error } = await callProcedure(app.origin, path, {
    cookie,
    type: type === "query" ? "query" : "mutation",
  });
  return error?.data.code ?? null;
}

async function streamOutcome(path: string, cookie: string | null): Promise<string | null> {
  const headers: Record<string, string> = { accept: "text/event-stream" };
  if (cookie !== null) headers.cookie = cookie;
  const text = await (await fetch(`${app.origin}/trpc/${path}`, { headers })).text();
  const failure = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
  return failure === undefined ? null : (JSON.parse(failure) as { data: { code: string } }).data.code;
}

test("an open tab of somebody suspended is told so: customers may read, staff nothing", async () => {
  const admin = await buildPerson(app.ctx, app.auth, "admin");
  const call = async (role: "customer" | "moderator", path: string, type: "query" | "mutation") => {
    const person = await buildPerson(app.ctx, app.auth, role);
    const wanted = { accountId: person.accountId, reason: "Looked into.", untilMs: null };
    await suspendAccount(app.ctx, { ...wanted, suspendedBy: admin.accountId });
    const { error } = await callProcedure(app.origin, path, { cookie: person.visit.cookie, type, input: {} });
    return error?.message ?? null;
  };
  const told = "This account is suspended: Looked into.";
  expect(await call("customer", "customer.overview", "query")).toBeNull();
  expect(await call("customer", "customer.createApiKey", "mutation")).toBe(told);
  expect(await call("moderator", "moderation.cases", "query")).toBe(told);
  expect(await call("moderator", "standing.mine", "query")).toBeNull();
});
