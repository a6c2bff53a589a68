import { useTestDatabase } from "@sightline/testing/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DomainContext } from "../context";
import type { Domain } from "../create-domain";
import { inTransaction } from "../ledger/in-transaction";
import { setCrowdSettings } from "../sandbox/set-crowd-settings";
import { buildAccount, buildDomain } from "../testing/builders";
import { decideGoldProposal } from "./decide-gold-proposal";
import { listGold } from "./list-gold";
import { proposeGold } from "./propose-gold";

const database = useTestDatabase();
let domain: Domain;
let ctx: DomainContext;

beforeAll(async () => {
  ({ domain, ctx } = await buildDomain(database.url));
});
afterAll(() => domain.stop());

/** A task of which the crowd was that sure. */
async function sureTask(customer: number, confidence: number): Promise<number> {
  const id = ctx.ids.next();
  const now = new Date(ctx.clock.nowMs());
  await ctx.pool.query(
    `insert into task (id, account_id, kind, state, price_micros, share_micros, accepted_at, finished_at, worker_id,
       lease_no, answer, answers_count, confidence) values ($1, $2, 1, 4, 400, 120, $3, $3, 1, 1, 'Kx7h', 2, $4)`,
    [id, customer, now, confidence],
  );
  await ctx.pool.query(
    "insert into task_input (task_id, bytes, media_type, width_px, height_px) values ($1, $2, 1, 10, 10)",
    [id, Buffer.alloc(200)],
  );
  return id;
}

const proposed = async () => (await listGold(ctx, { state: "proposed", limit: 10 })).rows;

test("a task is proposed once, and only with its customer's permission and when the crowd was sure", async () => {
  const [open, closed] = [await buildAccount(ctx), await buildAccount(ctx)];
  await setCrowdSettings(ctx, open, { sandbox: false, sharesGold: true });
  await sureTask(closed, 0.999);
  await sureTask(open, 0.98);
  expect(await proposeGold.runOnce(ctx)).toBe(0);
  const taskId = await sureTask(open, 0.995);
  expect(await proposeGold.runOnce(ctx)).toBe(1);
  expect(await proposeGold.runOnce(ctx)).toBe(0);
  expect(await proposed()).toMatchObject([{ kind: "image", answers: ["Kx7h"], source: "task" }]);
  const { rows } = await ctx.pool.query(
    "select task_id as id, account_id as customer from moderation_case where kind = 'gold_proposal'",
  );
  expect(rows).toEqual([{ id: taskId, customer: open }]);
});

test("a proposal is in use once staff accept it; one that is refused never comes back", async () => {
  const id = (await proposed())[0]?.id ?? 0;
  const decided = {
    id: 1,
    kind: "gold_proposal",
    subject: `gold:${id}`,
    taskId: null,
    accountId: null,
    workerId: null,
    about: {},
    takesPayBack: false,
    reasonCode: "right_answer",
    note: null,
    moderatorId: 1,
    givenAt: new Date(0),
  } as const;
  await inTransaction(ctx.pool, (client) =>
    decideGoldProposal(ctx, client, { ...decided, verdict: "accept" }),
  );
  expect((await listGold(ctx, { state: "in_use", limit: 10 })).rows).toMatchObject([{ id }]);
  const customer = await buildAccount(ctx);
  await setCrowdSettings(ctx, customer, { sandbox: false, sharesGold: true });
  await sureTask(customer, 0.999);
  await proposeGold.runOnce(ctx);
  const refused = (await proposed())[0]?.id ?? 0;
  const subject = `gold:${refused}`;
  await inTransaction(ctx.pool, (client) =>
    decideGoldProposal(ctx, client, { ...decided, subject, verdict: "refuse" }),
  );
  expect(await proposed()).toEqual([]);
  expect(await proposeGold.runOnce(ctx)).toBe(0);
});
