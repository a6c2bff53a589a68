import type { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { buildAccount, buildDomain } from "../testing/builders";
import { type Receiver, startReceiver } from "../testing/receiver";
import { measureV3Score } from "./measure-v3-score";
import { setV3Consent } from "./set-v3-consent";
import { v3Score } from "./v3-score";

const WEEK_MS = 7 * 86_400_000;
const database = useTestDatabase();
let vendor: Receiver;
let domain: Domain;
let ctx: DomainContext;
let clock: MovableClock;
let workerId: number;
let verdict: Record<string, unknown>;

beforeAll(async () => {
  vendor = await startReceiver();
  vendor.answer = (response) => response.end(JSON.stringify(verdict));
  ({ domain, ctx, clock } = await buildDomain(database.url, {
    v3Measure: { siteKey: "key", secret: "secret", verifyUrl: `http://127.0.0.1:${vendor.port}/siteverify` },
  }));
});
afterAll(async () => {
  await domain.stop();
  await vendor.stop();
});
beforeEach(async () => {
  vendor.calls.length = 0;
  verdict = { success: true, score: 0.7, action: "sightline_score" };
  workerId = await buildAccount(ctx, { role: "worker" });
});

const consent = (consented: boolean) => setV3Consent(ctx, { workerId, consented });
const measure = () => measureV3Score(ctx, { workerId, token: "token" });

test("without consent nothing is measured, and the vendor is not asked", async () => {
  expect(await v3Score(ctx, workerId)).toMatchObject({ offered: true, consented: false, due: false });
  await expect(measure()).rejects.toMatchObject({ code: "conflict" });
  expect(vendor.calls).toEqual([]);
});

test("on consent a score is measured with the operator's own secret", async () => {
  await consent(true);
  expect((await v3Score(ctx, workerId)).due).toBe(true);
  expect(await measure()).toMatchObject({ score: 0.7, due: false, lastFailure: null });
  expect(vendor.calls[0]?.body).toBe("secret=secret&response=token");
});

test("a score is measured again after a week, and not before", async () => {
  await consent(true);
  await measure();
  verdict = { ...verdict, score: 0.3 };
  expect((await measure()).score).toBe(0.7);
  clock.advance(WEEK_MS);
  expect((await v3Score(ctx, workerId)).due).toBe(true);
  expect((await measure()).score).toBe(0.3);
});

test.each([
  ["a token of another action", { success: true, score: 0.9, action: "login" }, "another_action"],
  ["a token without a score", { success: true, action: "sightline_score" }, "another_action"],
  ["a refused token", { success: false, "error-codes": ["timeout-or-duplicate"] }, "timeout-or-duplicate"],
  ["an answer of another form", { hello: "there" }, "unreadable_verdict"],
])("%s changes no score and is named", async (_what, answer, failure) => {
  await consent(true);
  verdict = answer;
  expect(await measure()).toMatchObject({ score: null, lastFailure: failure, due: false });
  clock.advance(3_600_000);
  expect((await v3Score(ctx, workerId)).due).toBe(true);
});

test("who takes the consent back is forgotten", async () => {
  await consent(true);
  await measure();
  await consent(false);
  expect(await v3Score(ctx, workerId)).toMatchObject({ consented: false, score: null, measuredAtMs: null });
});
