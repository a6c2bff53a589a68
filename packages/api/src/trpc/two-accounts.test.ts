import { callback } from "@sightline/db/schema/callback";
import { createApiKey } from "@sightline/domain/api-keys/create-api-key";
import { findActor } from "@sightline/domain/auth/find-actor";
import { bookDeposit } from "@sightline/domain/ledger/book-deposit";
import { giveNotice } from "@sightline/domain/notices/give-notice";
import { reportAnswer } from "@sightline/domain/reports/report-answer";
import { writeRequests } from "@sightline/domain/request-log/write-requests";
import { actOnTasks } from "@sightline/domain/tasks/act-on-tasks";
import { listTeam } from "@sightline/domain/team/list-team";
import { buildMember, buildTeamInvitation } from "@sightline/domain/testing/build-member";
import { buildPasskey } from "@sightline/domain/testing/build-passkey";
import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { buildSite, buildTask } from "@sightline/domain/testing/builders";
import { WorkerSeat } from "@sightline/domain/testing/worker-seat";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";
import { appRouter } from "./app-router";

/**
 * Two accounts walk all procedures: what belongs to the one is for the other as if it were not there. For a procedure
 * that takes ids: what it says of theirs and of ids that never were is the same, and theirs is as it was. For a query
 * that takes none: nothing of theirs is in its answer.
 */
const app = useTestApp();

interface Ids {
  taskId: number;
  heldTaskId: number;
  leaseNo: number;
  keyId: number;
  sessionId: string;
  siteId: number;
  depositId: number;
  noticeId: number;
  passkeyId: number;
  userId: string;
  teamInvitationId: number;
  host: string;
}

const ABSENT: Ids = {
  taskId: 2_000_000_007,
  heldTaskId: 2_000_000_008,
  leaseNo: 1,
  keyId: 2_147_483_646,
  sessionId: "there-is-no-such-session",
  siteId: 2_147_483_646,
  depositId: 2_000_000_009,
  noticeId: 2_147_483_646,
  passkeyId: 2_147_483_646,
  userId: "AbsentUser0123456789",
  teamInvitationId: 2_147_483_646,
  host: "nobody.example",
};
const SPAN = { fromMs: 0, toMs: 8_000_000_000_000 };
const lease = ({ heldTaskId, leaseNo }: Ids) => ({ taskId: heldTaskId, leaseNo });

/** The procedures of people and what of another account can be named to them; `null`: nothing can. */
const WALK: Record<string, ((ids: Ids) => object) | null> = {
  "public.figures": null,
  "support.ask": null,
  "session.me": null,
  "session.logIn": null,
  "session.logInCode": null,
  "session.signUp": null,
  "session.acceptInvitation": null,
  "session.sessions": null,
  "session.revokeSession": ({ sessionId }) => ({ id: sessionId }),
  "session.logOut": null,
  "access.requestPasswordReset": null,
  "access.resetPassword": null,
  "access.confirmEmail": null,
  "twoFactor.isOn": null,
  "twoFactor.start": null,
  "twoFactor.finish": null,
  "twoFactor.stop": null,
  "passkeys.offerLogIn": null,
  "passkeys.logIn": null,
  "passkeys.list": null,
  "passkeys.begin": null,
  "passkeys.add": null,
  "passkeys.rename": ({ passkeyId }) => ({ id: passkeyId, name: "Mine" }),
  "passkeys.remove": ({ passkeyId }) => ({ id: passkeyId, password: "a long test password" }),
  "team.list": null,
  "team.invite": null,
  "team.cancelInvitation": ({ teamInvitationId }) => ({ id: teamInvitationId }),
  "team.changeRole": ({ userId }) => ({ userId, role: "reader" }),
  "team.remove": ({ userId }) => ({ userId }),
  "team.leave": null,
  "team.join": null,
  "limits.mine": null,
  "figures.usage": () => ({ span: "year" }),
  "figures.charts": () => ({ span: "month" }),
  "testMode.giveKey": null,
  "customer.overview": null,
  "customer.tasks": ({ taskId }) => ({ before: taskId + 1 }),
  "customer.apiKeys": null,
  "customer.createApiKey": null,
  "customer.revokeApiKey": ({ keyId }) => ({ id: keyId }),
  "keys.change": ({ keyId }) => ({
    id: keyId,
    name: "Not theirs",
    scopes: null,
    allowedAddresses: [],
    expiresAtMs: null,
    dayBudgetMicros: null,
    monthBudgetMicros: null,
  }),
  "keys.spent": null,
  "keys.rotate": ({ keyId }) => ({ id: keyId, overlapHours: 0 }),
  "keys.endPrevious": ({ keyId }) => ({ id: keyId }),
  "customer.allowedAddresses": null,
  "customer.setAllowedAddresses": null,
  "ledger.statement": () => SPAN,
  "ledger.totals": () => SPAN,
  "packages.mine": null,
  "packages.buy": null,
  "packages.setOptions": null,
  "prices.rates": null,
  "prices.setMaximumRate": null,
  "notices.list": null,
  "notices.markRead": ({ noticeId }) => ({ upToId: noticeId }),
  "notices.mute": null,
  "notices.muted": null,
  "recognition.list": null,
  "recognition.set": null,
  "callbacks.endpoints": null,
  "callbacks.switchOn": ({ host }) => ({ host, port: 0 }),
  "callbacks.remove": ({ host }) => ({ host, port: 0 }),
  "callbacks.deliveries": ({ taskId }) => ({ before: taskId + 1 }),
  "callbacks.resend": ({ taskId }) => ({ taskId }),
  "callbacks.test": ({ host }) => ({ url: `http://${host}/` }),
  "callbacks.showSecret": null,
  "callbacks.rotateSecret": null,
  "reports.list": ({ taskId }) => ({ before: taskId + 1 }),
  "reports.scoreBands": null,
  "reports.report": ({ taskId }) => ({ taskIds: [taskId], verdict: "bad" }),
  "requestLog.list": ({ taskId }) => ({ taskId }),
  "requestLog.timeline": ({ taskId }) => ({ taskId }),
  "requestLog.retention": null,
  "requestLog.setRetention": null,
  "images.unreadable": null,
  "sites.list": null,
  "sites.add": null,
  "sites.checks": ({ siteId }) => ({ id: siteId }),
  "sites.check": ({ siteId }) => ({ id: siteId }),
  "sites.remove": ({ siteId }) => ({ id: siteId }),
  "billing.view": null,
  "billing.deposits": ({ depositId }) => ({ before: depositId + 1 }),
  "billing.giveAddress": null,
  "billing.receipt": ({ depositId }) => ({ depositId }),
  "billing.setProfile": null,
  "invoices.list": null,
  "invoices.read": () => ({ month: "2026-11" }),
  "progress.mine": null,
  "score.mine": null,
  "score.appeal": null,
  "score.setLanguages": null,
  "announcements.current": null,
  "impersonation.stop": null,
  "standing.mine": null,
  "standing.appeal": null,
  "myData.exports": null,
  "myData.askExport": null,
  "myData.deletion": null,
  "myData.askDeletion": null,
  "myData.cancelDeletion": null,
  "retention.mine": null,
  "retention.set": null,
  "crowd.settings": null,
  "crowd.setSettings": null,
  "optOut.ask": null,
  "optOut.prove": null,
  "optOut.confirm": null,
  "earnings.mine": null,
  "earnings.sayPresence": null,
  "challenges.openFrame": lease,
  "challenges.score": null,
  "challenges.setScoreConsent": null,
  "challenges.openScoreFrame": null,
  "challenges.measureScore": null,
  "policy.current": null,
  "policy.mine": null,
  "policy.accept": null,
  "payouts.mine": null,
  "payouts.setAddress": null,
  "payouts.cancelAddress": null,
  // A stream is the seat of whoever opens it.
  "work.stream": null,
  "work.act": (ids) => ({ acts: [{ ...lease(ids), act: "answer", text: "not mine", graceMs: 0 }] }),
  "work.takeBack": lease,
  "work.giveBack": null,
  "sandbox.stream": null,
  "sandbox.act": (ids) => ({ acts: [{ ...lease(ids), act: "pass" }] }),
  "sandbox.takeBack": lease,
  "sandbox.giveBack": null,
};

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
const SECRET_ANSWER = "their secret reading";
const HOST = "theirs.example";

let theirs: Ids;
let owner: Person;
let others: { customer: Person; worker: Person };
let seat: WorkerSeat;
let apiKeys: { theirs: string; mine: string };

beforeAll(async () => {
  const { ctx, auth } = app;
  owner = await buildPerson(ctx, auth, "customer");
  const ownWorker = await buildPerson(ctx, auth, "worker");
  others = {
    customer: await buildPerson(ctx, auth, "customer"),
    worker: await buildPerson(ctx, auth, "worker"),
  };
  const { accountId } = owner;
  const deposit = await bookDeposit(ctx, {
    accountId,
    amountMicros: 10_000,
    reason: "theirs",
    bookedBy: null,
  });
  const { row, key } = await createApiKey(ctx, { accountId, name: "Their key" });
  const mine = await createApiKey(ctx, { accountId: others.customer.accountId, name: "My key" });
  apiKeys = { theirs: key, mine: mine.key };
  seat = await WorkerSeat.open(ctx, ownWorker.accountId);
  const taskId = await buildTask(ctx, accountId);
  const first = (await seat.next("assign")).task;
  await actOnTasks(ctx, ownWorker.accountId, [
    { taskId, leaseNo: first.leaseNo, act: "answer", text: SECRET_ANSWER, graceMs: 0 },
  ]);
  await reportAnswer(ctx, { accountId, taskId, verdict: "good" });
  await ctx.db.insert(callback).values({ taskId, accountId, url: `https://${HOST}/called` });
  const heldTaskId = await buildTask(ctx, accountId);
  const held = (await seat.next("assign")).task;
  await giveNotice(ctx, {
    accountId,
    notice: "balance_low",
    params: { amount: "5 USD", balance: "0.0198 USD" },
  });
  const notices = await ctx.pool.query<{ id: number }>("select id from notice where account_id = $1", [
    accountId,
  ]);
  await fetch(`${app.origin}/res.php?key=${key}&action=get&id=${taskId}`);
  await writeRequests(ctx);
  const member = await buildMember(ctx, auth, owner, "developer");
  await buildTeamInvitation(ctx, auth, owner, { email: "asked@example.org", role: "reader" });
  theirs = {
    taskId,
    heldTaskId,
    leaseNo: held.leaseNo,
    keyId: row.id,
    sessionId: (await findActor(auth, owner.visit))?.sessionId ?? "",
    siteId: await buildSite(ctx, accountId, { host: HOST }),
    depositId: deposit?.bookingId ?? 0,
    noticeId: notices.rows[0]?.id ?? 0,
    passkeyId: await buildPasskey(ctx, auth, owner),
    userId: member.userId,
    teamInvitationId: (await listTeam(ctx, member)).invitations[0]?.id ?? 0,
    host: HOST,
  };
});
afterAll(() => seat.close());

test("every procedure of people is walked", async () => {
  const missing: string[] = [];
  for (const path of Object.keys(procedures)) {
    if (path in WALK) continue;
    if ((await callerOf(path)) !== null) missing.push(path);
  }
  expect(missing, "say here what of another account can be named to them").toEqual([]);
  expect(Object.keys(WALK).filter((path) => !(path in procedures))).toEqual([]);
});

const walked = Object.entries(WALK);
const isQuery = (path: string) => procedures[path]?._def.type === "query";

describe.each(walked.filter(([, input]) => input !== null))("%s", (path, input) => {
  test("says of theirs what it says of what never was, and changes nothing of theirs", async () => {
    const before = await stateOfTheirs();
    const [ofTheirs, ofNothing] = [
      await outcome(path, input?.(theirs)),
      await outcome(path, input?.(ABSENT)),
    ];
    expect(ofTheirs).toBe(ofNothing);
    expect(ofTheirs).not.toContain("INTERNAL_SERVER_ERROR");
    expectNothingOfTheirs(ofTheirs);
    expect(await stateOfTheirs()).toEqual(before);
  });
});

test.each(walked.filter(([path, input]) => input === null && isQuery(path)))(
  "%s holds nothing of theirs",
  async (path) => {
    expectNothingOfTheirs(await outcome(path, undefined));
  },
);

test.each([
  "billing.receipt",
  "sites.checks",
  "requestLog.timeline",
  "callbacks.resend",
  "session.revokeSession",
  "passkeys.rename",
  "team.changeRole",
  "team.cancelInvitation",
])("%s finds what is one's own, so that not finding it means something", async (path) => {
  const { error } = await call(path, owner, WALK[path]?.(theirs));
  expect(error?.data.code).not.toBe("NOT_FOUND");
});

const CLASSIC = ["get", "get2", "reportgood", "reportbad", "cancel", "get_receipt", "receipt"] as const;

test.each(CLASSIC)("res.php action=%s says of their task what it says of none", async (action) => {
  const before = await stateOfTheirs();
  const ask = async (id: number) => {
    const query = new URLSearchParams({ key: apiKeys.mine, action, id: String(id), json: "1" });
    return (await fetch(`${app.origin}/res.php?${query.toString()}`)).text();
  };
  for (const id of [theirs.taskId, theirs.heldTaskId]) expect(await ask(id)).toBe(await ask(ABSENT.taskId));
  expect(await stateOfTheirs()).toEqual(before);
});

test("several ids at once are no way around it", async () => {
  const ids = `${theirs.taskId},${theirs.heldTaskId},${ABSENT.taskId}`;
  const query = new URLSearchParams({ key: apiKeys.mine, action: "get", ids });
  const reply = await (await fetch(`${app.origin}/res.php?${query.toString()}`)).text();
  expect(reply).not.toContain(SECRET_ANSWER);
  expect(new Set(reply.replace(/^OK\|/, "").split("|")).size).toBe(1);
});

test.each(["getTaskResult", "reportCorrect", "reportIncorrect", "reportIncorrectImageCaptcha", "cancelTask"])(
  "%s of the JSON API says of their task what it says of none",
  async (method) => {
    const before = await stateOfTheirs();
    const ask = async (taskId: number) => {
      const body = JSON.stringify({ clientKey: apiKeys.mine, taskId });
      return (await fetch(`${app.origin}/${method}`, { method: "POST", body })).text();
    };
    for (const id of [theirs.taskId, theirs.heldTaskId]) expect(await ask(id)).toBe(await ask(ABSENT.taskId));
    expect(await stateOfTheirs()).toEqual(before);
  },
);

test.each([
  ["a picture", ({ taskId }: Ids) => `/picture/${taskId}`],
  ["a picture of an open task", ({ heldTaskId }: Ids) => `/picture/${heldTaskId}`],
  ["a leased picture", ({ heldTaskId, leaseNo }: Ids) => `/lease-picture/${heldTaskId}/${leaseNo}`],
])("%s of theirs is not there", async (_what, address) => {
  for (const person of [others.customer, others.worker]) {
    const get = async (ids: Ids) => {
      const reply = await fetch(`${app.origin}${address(ids)}`, {
        headers: { cookie: person.visit.cookie ?? "" },
      });
      return [reply.status, reply.headers.get("content-type")];
    };
    expect(await get(theirs)).toEqual(await get(ABSENT));
    expect((await get(theirs))[0]).toBeGreaterThanOrEqual(400);
  }
});

test("a statement of theirs is not there", async () => {
  const query = `from=0&to=8000000000000&account=${owner.accountId}`;
  const reply = await fetch(`${app.origin}/statement.csv?${query}`, {
    headers: { cookie: others.customer.visit.cookie ?? "" },
  });
  expect(reply.status).toBe(404);
});

/** Who of the two may call it; null for what is staff's. */
async function callerOf(path: string): Promise<Person | null> {
  if (procedures[path]?._def.type === "subscription") return others.worker;
  for (const person of [others.customer, others.worker]) {
    const { error } = await call(path, person, undefined);
    if (error?.data.code !== "FORBIDDEN") return person;
  }
  return null;
}

function call(path: string, person: Person, input: object | undefined) {
  return callProcedure(app.origin, path, {
    cookie: person.visit.cookie,
    type: isQuery(path) ? "query" : "mutation",
    ...(input === undefined ? {} : { input }),
  });
}

/** What a call says, without what names the one id or the other, and the moment. */
async function outcome(path: string, input: object | undefined): Promise<string> {
  const person = (await callerOf(path)) ?? others.customer;
  const { status, data, error } = await call(path, person, input);
  const said = JSON.stringify({ status, data, code: error?.data.code, message: error?.message });
  const named = [theirs, ABSENT].flatMap((ids) => [...Object.values(ids), ids.taskId + 1, ids.depositId + 1]);
  return named
    .filter((id) => String(id).length > 4)
    .reduce((text: string, id) => text.replaceAll(String(id), "ID"), said)
    .replace(/"(serverNowMs|nowMs|fromMs|toMs)":\d+/g, '"$1":0');
}

function expectNothingOfTheirs(said: string): void {
  for (const mark of [owner.email, SECRET_ANSWER, HOST, apiKeys.theirs.slice(0, 6), "Their key"]) {
    expect(said).not.toContain(mark);
  }
}

/** Everything that belongs to the owner, row by row, but the counts of limits. */
async function stateOfTheirs() {
  const tables = [
    "account",
    "account_profile",
    "api_key",
    "open_task",
    "task",
    "report",
    "site",
    "notice",
    "callback",
  ];
  const state: Record<string, unknown> = {};
  for (const table of tables) {
    const column = table === "account" ? "id" : "account_id";
    const { rows } = await app.ctx.pool.query(`select t::text as row from ${table} t where ${column} = $1`, [
      owner.accountId,
    ]);
    state[table] = rows.map(({ row }: { row: string }) => row).sort();
  }
  const sessions = await app.ctx.pool.query("select id from auth_session where user_id = $1", [owner.userId]);
  return { ...state, sessions: sessions.rows };
}
