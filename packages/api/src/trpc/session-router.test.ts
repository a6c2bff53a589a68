import { listInvitations } from "@sightline/domain/auth/list-invitations";
import { buildPerson, cookieHeader, TEST_PASSWORD } from "@sightline/domain/testing/build-person";
import { expect, test } from "vitest";
import { type CallReply, callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();

const call = (path: string, input?: unknown, cookie?: string | null): Promise<CallReply> =>
  callProcedure(app.origin, `session.${path}`, { input, cookie: cookie ?? null });
const me = (cookie: string | null, origin = app.origin) =>
  callProcedure(origin, "session.me", { type: "query", cookie });
const cookieOf = ({ headers }: CallReply): string => cookieHeader(headers.getSetCookie());

test("a person signs up, is known by the cookie, logs out and is unknown again", async () => {
  const signedUp = await call("signUp", {
    email: "new@example.org",
    password: TEST_PASSWORD,
    name: "New Customer",
    role: "customer",
    acceptedPolicyVersion: 1,
  });
  expect(signedUp.data).toMatchObject({
    outcome: "signed_up",
    firstApiKey: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const cookie = cookieOf(signedUp);
  expect((await me(cookie)).data).toMatchObject({ email: "new@example.org", role: "customer" });
  const loggedOut = await call("logOut", undefined, cookie);
  expect(loggedOut.headers.getSetCookie().join()).toContain("Max-Age=0");
  expect((await me(cookie)).data).toBeNull();
});

test("log-in works at 127.0.0.1 and at localhost", async () => {
  const { email } = await buildPerson(app.ctx, app.auth, "worker");
  for (const origin of [app.origin, app.origin.replace("127.0.0.1", "localhost")]) {
    const reply = await callProcedure(origin, "session.logIn", { input: { email, password: TEST_PASSWORD } });
    expect(reply.data).toMatchObject({ outcome: "logged_in" });
    expect((await me(cookieOf(reply), origin)).data).toMatchObject({ email });
  }
});

test("a refused log-in sets no cookie and says nothing about the address", async () => {
  const { email } = await buildPerson(app.ctx, app.auth, "worker");
  const known = await call("logIn", { email, password: "wrong password" });
  const unknown = await call("logIn", { email: "unknown@example.org", password: "wrong password" });
  expect(known.data).toEqual({ outcome: "refused" });
  expect([unknown.status, unknown.data]).toEqual([known.status, known.data]);
  expect(known.headers.getSetCookie()).toEqual([]);
});

test.each(["moderator", "admin"])("nobody signs up as %s", async (role) => {
  const { error } = await call("signUp", {
    email: "staff@example.org",
    password: TEST_PASSWORD,
    name: "Staff",
    role,
    acceptedPolicyVersion: 1,
  });
  expect(error?.data.code).toBe("BAD_REQUEST");
});

test("what is wrong with a field is said in words, by its name", async () => {
  const { status, error } = await call("signUp", {
    email: "no address",
    password: "short",
    name: " ",
    role: "worker",
    acceptedPolicyVersion: 1,
  });
  expect(status).toBe(400);
  expect(error).toMatchObject({
    message: "Enter an email address such as you@example.org",
    data: {
      issues: [
        { field: "email", message: "Enter an email address such as you@example.org" },
        { field: "password", message: "Use at least 10 characters" },
        { field: "name", message: "Enter a name" },
      ],
    },
  });
});

test("a session that another browser revoked is refused at once", async () => {
  const { email, visit } = await buildPerson(app.ctx, app.auth, "customer");
  const second = cookieOf(await call("logIn", { email, password: TEST_PASSWORD }));
  const overview = (cookie: string | null) =>
    callProcedure(app.origin, "customer.overview", { type: "query", cookie });
  expect((await overview(second)).status).toBe(200);
  const { data } = await callProcedure(app.origin, "session.sessions", { type: "query", cookie: second });
  const { id } = (data as { id: string; current: boolean }[]).find(({ current }) => current) ?? { id: "" };
  expect((await call("revokeSession", { id }, visit.cookie)).status).toBe(200);
  expect((await overview(second)).error?.data.code).toBe("UNAUTHORIZED");
  expect((await overview(visit.cookie)).status).toBe(200);
});

test("a session of somebody else is not there", async () => {
  const [person, other] = [
    await buildPerson(app.ctx, app.auth, "worker"),
    await buildPerson(app.ctx, app.auth, "worker"),
  ];
  const { data } = await callProcedure(app.origin, "session.sessions", {
    type: "query",
    cookie: person.visit.cookie,
  });
  const [session] = data as { id: string }[];
  const theirs = await call("revokeSession", { id: session?.id }, other.visit.cookie);
  const none = await call("revokeSession", { id: "never-was" }, other.visit.cookie);
  expect(theirs.error?.data.code).toBe("NOT_FOUND");
  expect(theirs.error?.message).toBe(none.error?.message);
});

test("a staff member comes in by the link that one admin made and another approved", async () => {
  const admin = await buildPerson(app.ctx, app.auth, "admin");
  const second = await buildPerson(app.ctx, app.auth, "admin");
  const invited = await callProcedure(app.origin, "invitations.invite", {
    input: { email: "invited@example.org", role: "moderator", reason: "Reads well." },
    cookie: admin.visit.cookie,
  });
  const { link } = invited.data as { link: string };
  expect(link).toMatch(/^http:\/\/localhost:3000\/signup#invitation=/);
  const accept = () =>
    call("acceptInvitation", { token: link.split("=")[1], name: "Invited", password: TEST_PASSWORD });
  expect((await accept()).data).toEqual({ outcome: "waits" });
  const [waiting] = await listInvitations(app.ctx, second.accountId);
  const decision = { invitationId: waiting?.id, approve: true };
  const own = await callProcedure(app.origin, "invitations.decide", {
    input: decision,
    cookie: admin.visit.cookie,
  });
  expect(own.error?.data.code).toBe("CONFLICT");
  await callProcedure(app.origin, "invitations.decide", { input: decision, cookie: second.visit.cookie });
  const accepted = await accept();
  expect(accepted.data).toMatchObject({ outcome: "signed_up", me: { role: "moderator" } });
  expect((await me(cookieOf(accepted))).data).toMatchObject({ email: "invited@example.org" });
});
