import { createHmac } from "node:crypto";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import {
  buildAuthentication,
  buildPerson,
  buildVisit,
  cookieHeader,
  type Person,
  TEST_PASSWORD,
} from "../testing/build-person";
import { buildDomain } from "../testing/builders";
import type { Authentication } from "./authentication";
import { findActor } from "./find-actor";
import { logIn } from "./log-in";
import { logInWithCode } from "./log-in-with-code";
import { finishTwoFactor, hasTwoFactor, startTwoFactor, stopTwoFactor } from "./two-factor";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let auth: Authentication;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  auth = buildAuthentication(ctx);
});
afterAll(() => domain.stop());

/** What an authenticator app shows now (RFC 6238), from the address that it was set up with. */
function codeOf(uri: string): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", base32(secret)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, "")]
    .map((glyph) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(glyph).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

/** Somebody whose second factor is on. */
async function personWithApp(): Promise<{ person: Person; uri: string; codes: string[]; cookie: string }> {
  const person = await buildPerson(ctx, auth, "customer");
  const started = await startTwoFactor(auth, person.visit, { password: TEST_PASSWORD });
  if (started.outcome !== "started") throw new Error(started.outcome);
  const finished = await finishTwoFactor(auth, person.visit, { code: codeOf(started.uri) });
  expect(finished.reply).toEqual({ outcome: "done" });
  return {
    person,
    uri: started.uri,
    codes: started.recoveryCodes,
    cookie: cookieHeader(finished.setCookies),
  };
}

async function passwordStep(email: string) {
  const visit = buildVisit();
  const { reply, setCookies } = await logIn(ctx, auth, visit, { email, password: TEST_PASSWORD });
  return { reply, visit: { ...visit, cookie: cookieHeader(setCookies) } };
}

test("with a second factor the password alone opens no session, and a code of the app does", async () => {
  const { person, uri, cookie } = await personWithApp();
  expect(await findActor(auth, { ...person.visit, cookie })).toMatchObject({ userId: person.userId });
  const step = await passwordStep(person.email);
  expect(step.reply).toEqual({ outcome: "code_needed" });
  expect(await findActor(auth, step.visit)).toBeNull();
  const { reply, setCookies } = await logInWithCode(ctx, auth, step.visit, { code: codeOf(uri) });
  expect(reply).toMatchObject({ outcome: "logged_in", me: { userId: person.userId } });
  expect(await findActor(auth, { ...step.visit, cookie: cookieHeader(setCookies) })).not.toBeNull();
});

test("a wrong code is refused, and a code without a password step too", async () => {
  const { person, uri } = await personWithApp();
  const step = await passwordStep(person.email);
  const wrong = codeOf(uri) === "000000" ? "000001" : "000000";
  expect((await logInWithCode(ctx, auth, step.visit, { code: wrong })).reply).toEqual({ outcome: "refused" });
  expect((await logInWithCode(ctx, auth, buildVisit(), { code: codeOf(uri) })).reply).toEqual({
    outcome: "refused",
  });
});

test("a recovery code opens one session", async () => {
  const { person, codes } = await personWithApp();
  const code = codes[0] ?? "";
  const first = await passwordStep(person.email);
  expect((await logInWithCode(ctx, auth, first.visit, { code })).reply.outcome).toBe("logged_in");
  const second = await passwordStep(person.email);
  expect((await logInWithCode(ctx, auth, second.visit, { code })).reply.outcome).toBe("refused");
});

test("setting up asks for the password, and changes nothing before the first code", async () => {
  const person = await buildPerson(ctx, auth, "worker");
  expect(await startTwoFactor(auth, person.visit, { password: "a wrong password" })).toEqual({
    outcome: "refused",
  });
  await startTwoFactor(auth, person.visit, { password: TEST_PASSWORD });
  expect((await passwordStep(person.email)).reply.outcome).toBe("logged_in");
});

test("switching off asks for the password, and then the password is enough again", async () => {
  const { person, cookie } = await personWithApp();
  const visit = { ...person.visit, cookie };
  expect((await stopTwoFactor(auth, visit, { password: "a wrong password" })).reply).toEqual({
    outcome: "refused",
  });
  const actor = await findActor(auth, visit);
  if (actor === null) throw new Error("no session");
  expect(await hasTwoFactor(ctx, actor)).toBe(true);
  expect((await stopTwoFactor(auth, visit, { password: TEST_PASSWORD })).reply).toEqual({ outcome: "done" });
  expect((await passwordStep(person.email)).reply.outcome).toBe("logged_in");
});

test("neither the app's secret nor a recovery code can be read in the table", async () => {
  const { uri, codes } = await personWithApp();
  const { rows } = await ctx.pool.query("select secret, backup_codes from auth_two_factor");
  const kept = JSON.stringify(rows);
  expect(kept).not.toContain(codes[0]);
  expect(kept).not.toContain(new URL(uri).searchParams.get("secret"));
});
