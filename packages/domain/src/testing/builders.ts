import { createHash, randomBytes } from "node:crypto";
import type { Role } from "@sightline/contract/roles";
import type { TaskParams } from "@sightline/contract/task-params";
import { site } from "@sightline/db/schema/site";
import { MovableClock } from "@sightline/testing/movable-clock";
import { pino } from "pino";
import type { ChainOptions } from "../chain/chain-options";
import type { V3Measure } from "../challenges/v3-measure";
import type { DomainContext } from "../context";
import { createDomain, type Domain } from "../create-domain";
import { bookDeposit } from "../ledger/book-deposit";
import type { MailOptions } from "../mail/mail-desk";
import type { OutboundOptions } from "../outbound/safe-request";
import type { SiteProofOptions } from "../sites/site-prover";
import { createTask } from "../tasks/create-task";

/** Mail is kept where a test can read it (mail/list-caught-mail.ts). */
const CAUGHT_MAIL: MailOptions = {
  mode: "caught",
  from: "Sightline <no-reply@localhost>",
  publicUrl: "http://localhost:3000",
};

export const SERVER_SECRET = "a secret that tests seal things with";

/** A domain on a test's database with a clock that the test moves; no service runs by itself. */
export async function buildDomain(
  url: string,
  {
    outbound = { allowLoopback: true },
    mail = CAUGHT_MAIL,
    v3Measure = null,
    chain,
    siteProof = {},
  }: {
    outbound?: OutboundOptions;
    mail?: MailOptions;
    v3Measure?: V3Measure | null;
    chain?: ChainOptions;
    siteProof?: SiteProofOptions;
  } = {},
): Promise<{ domain: Domain; ctx: DomainContext; clock: MovableClock }> {
  const clock = new MovableClock(Date.now());
  const domain = await createDomain({
    databaseUrl: url,
    clock,
    log: pino({ level: "silent" }),
    secret: SERVER_SECRET,
    outbound,
    mail,
    v3Measure,
    chain,
    siteProof,
    poolMax: 4,
  });
  return { domain, ctx: domain.ctx, clock };
}

/** An account with its profile; a customer gets the given money by the ledger's own posting. */
export async function buildAccount(
  ctx: DomainContext,
  { role = "customer", amountMicros = 0 }: { role?: Role; amountMicros?: number } = {},
): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: number }>(
    "insert into account (role) values ($1) returning id",
    [role],
  );
  const id = rows[0]?.id ?? 0;
  await ctx.pool.query("insert into account_profile (account_id, created_at) values ($1, $2)", [
    id,
    new Date(ctx.clock.nowMs()),
  ]);
  if (amountMicros > 0)
    await bookDeposit(ctx, { accountId: id, amountMicros, reason: "test", bookedBy: null });
  return id;
}

export async function buildApiKey(ctx: DomainContext, accountId: number): Promise<string> {
  const key = randomBytes(16).toString("hex");
  await ctx.pool.query(
    "insert into api_key (account_id, key_sha256, prefix, name, created_at) values ($1, $2, $3, 'test', $4)",
    [accountId, createHash("sha256").update(key).digest(), key.slice(0, 6), new Date(ctx.clock.nowMs())],
  );
  return key;
}

/** A task of one white pixel's worth of bytes: the core never looks inside a picture. */
export async function buildTask(
  ctx: DomainContext,
  accountId: number,
  params: TaskParams = {},
): Promise<number> {
  const reply = await createTask(ctx, {
    accountId,
    kind: "image",
    file: { bytes: randomBytes(200), mediaType: "image/png", widthPx: 100, heightPx: 40 },
    params,
  });
  if (!reply.ok) throw new Error(`the task was refused: ${reply.code}`);
  return reply.taskId;
}

/** A site that is verified, approved and was just seen to be its owner's. */
export async function buildSite(
  ctx: DomainContext,
  accountId: number,
  overrides: Partial<typeof site.$inferInsert> = {},
): Promise<number> {
  const now = new Date(ctx.clock.nowMs());
  const [row] = await ctx.db
    .insert(site)
    .values({
      accountId,
      host: "demo.test",
      token: `sightline-site=${randomBytes(9).toString("hex")}`,
      createdAt: now,
      verifiedAt: now,
      approvedAt: now,
      lastGoodAt: now,
      lastCheckedAt: now,
      ...overrides,
    })
    .returning({ id: site.id });
  ctx.sites.forget(accountId);
  return row?.id ?? 0;
}
