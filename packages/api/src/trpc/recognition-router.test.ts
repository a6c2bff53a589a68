import { buildPerson, type Person } from "@sightline/domain/testing/build-person";
import { beforeAll, expect, test } from "vitest";
import { callProcedure, useTestApp } from "../testing/test-app";

const app = useTestApp();
let mine: Person;
let other: Person;
let worker: Person;

beforeAll(async () => {
  mine = await buildPerson(app.ctx, app.auth, "customer");
  other = await buildPerson(app.ctx, app.auth, "customer");
  worker = await buildPerson(app.ctx, app.auth, "worker");
});

const list = (who: Person) =>
  callProcedure(app.origin, "recognition.list", { type: "query", cookie: who.visit.cookie });
const set = (who: Person, input: unknown) =>
  callProcedure(app.origin, "recognition.set", { input, cookie: who.visit.cookie });
const RULE = { mode: "matches", answersMin: 2, answersMax: 4, matchesMin: 2 } as const;

test("a customer's setting is theirs alone, and can be taken back", async () => {
  expect((await set(mine, { kind: "image", rule: RULE })).status).toBe(200);
  expect((await list(mine)).data).toContainEqual({ kind: "image", rule: RULE });
  expect((await list(other)).data).toContainEqual({ kind: "image", rule: null });
  const sure = { mode: "confidence", answersMin: 1, answersMax: 3, confidenceMin: 0.99 } as const;
  await set(mine, { kind: "image", rule: sure });
  expect((await list(mine)).data).toContainEqual({ kind: "image", rule: sure });
  await set(mine, { kind: "image", rule: null });
  expect((await list(mine)).data).toContainEqual({ kind: "image", rule: null });
});

test.each([
  ["more to agree than may be asked for", { kind: "image", rule: { ...RULE, matchesMin: 5 } }],
  ["a least above the most", { kind: "image", rule: { ...RULE, answersMin: 5 } }],
  ["more answers than there may be", { kind: "image", rule: { ...RULE, answersMax: 11 } }],
  [
    "a confidence nobody can reach",
    { kind: "image", rule: { ...RULE, mode: "confidence", confidenceMin: 1 } },
  ],
  ["a live challenge", { kind: "hcaptcha", rule: RULE }],
])("%s is refused", async (_, input) => {
  expect((await set(mine, input)).status).toBe(400);
});

test("a worker has no such settings", async () => {
  expect((await list(worker)).status).toBe(403);
  expect((await set(worker, { kind: "image", rule: RULE })).status).toBe(403);
});
