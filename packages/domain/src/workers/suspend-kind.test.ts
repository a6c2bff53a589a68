import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { inTransaction } from "../ledger/in-transaction";
import { decideAppeal } from "../standing/appeal";
import { buildAccount, buildDomain, buildTask } from "../testing/builders";
import { WorkerSeat } from "../testing/worker-seat";
import { appealKind } from "./appeal-kind";
import { kindScores } from "./kind-scores";
import { standingChanged, suspendKind } from "./suspend-kind";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;
let staff: number;
let workerId: number;
let seat: WorkerSeat;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
  staff = await buildAccount(ctx, { role: "admin" });
  workerId = await buildAccount(ctx, { role: "worker" });
  seat = await WorkerSeat.open(ctx, workerId);
});
afterAll(() => domain.stop());

const suspension = async () =>
  (await kindScores(ctx, workerId)).find(({ kind }) => kind === "image")?.suspendedReason;

test("a suspended kind comes no more, with a reason that the worker reads and can appeal against once", async () => {
  const reason = "Nine of ten gold tasks were wrong.";
  await suspendKind(ctx, { workerId, kind: "image", reason, suspendedBy: staff });
  expect(await suspension()).toBe(reason);
  const customer = await buildAccount(ctx, { amountMicros: 1_000 });
  await buildTask(ctx, customer);
  await ctx.floor.dispatcher.settled();
  expect(seat.seen.filter(({ type }) => type === "assign")).toEqual([]);
  const { rows } = await ctx.pool.query("select notice, params from notice where account_id = $1", [
    workerId,
  ]);
  expect(rows).toEqual([{ notice: "kind_suspended", params: { kind: "image", reason } }]);
  const says = { workerId, kind: "image", says: "My keyboard was broken." } as const;
  await appealKind(ctx, says);
  await expect(appealKind(ctx, says)).rejects.toThrow("with our staff already");
  await expect(appealKind(ctx, { ...says, kind: "text" })).rejects.toThrow("not suspended");
});

test("an appeal that is accepted lifts it, and one that is refused does not", async () => {
  const decided = {
    id: 1,
    kind: "appeal",
    subject: `worker:${workerId}/image`,
    taskId: null,
    accountId: workerId,
    workerId: null,
    about: {},
    takesPayBack: false,
    reasonCode: "evidence_fails",
    note: null,
    moderatorId: staff,
    givenAt: new Date(0),
  } as const;
  const decide = (verdict: "accept" | "refuse") =>
    inTransaction(ctx.pool, (client) => decideAppeal(ctx, client, { ...decided, verdict }));
  await decide("refuse");
  expect(await suspension()).not.toBeNull();
  await decide("accept");
  expect(await suspension()).toBeNull();
  await standingChanged(ctx, workerId);
  expect(seat.seat.standing.kinds.has(1)).toBe(true);
});

test("who does not work at a kind cannot be suspended from it", async () => {
  const nobody = await buildAccount(ctx, { role: "worker" });
  const wanted = { workerId: nobody, kind: "image", reason: "No.", suspendedBy: staff } as const;
  await expect(suspendKind(ctx, wanted)).rejects.toThrow("does not work at this kind");
});
