import { randomBytes } from "node:crypto";
import { STAGES } from "@sightline/contract/score";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { accountProfile } from "@sightline/db/schema/account";
import { apiKey } from "@sightline/db/schema/api-key";
import { authCredential, authUser } from "@sightline/db/schema/auth";
import { booking } from "@sightline/db/schema/booking";
import { policyAcceptance } from "@sightline/db/schema/policy";
import { site } from "@sightline/db/schema/site";
import { workerStanding } from "@sightline/db/schema/worker-standing";
import { workerV3Score } from "@sightline/db/schema/worker-v3-score";
import { eq, inArray } from "drizzle-orm";
import { keySecret } from "../api-keys/make-api-key";
import { hashPassword } from "../auth/password-hasher";
import type { DomainContext } from "../context";
import { bookDeposit } from "../ledger/book-deposit";
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from "./demo-people";
import { openAccount } from "./open-account";

/** What the stand-in gives for its key, so that the demo's workers may solve whatever is sent. */
const DEMO_V3_SCORE = 0.9;
const DEPOSIT_REASON = "Balance of the demo";

/**
 * Makes the demo's accounts as far as they are missing, and changes nothing about those that exist. Each step is
 * asked for by itself, so a seed that was cut off is finished by the next one. They share one password hash: it is
 * printed in the README anyway, and hashing is what would take long.
 */
export async function seedDemo(ctx: DomainContext): Promise<{ made: number }> {
  const emails = DEMO_PEOPLE.map(({ email }) => email);
  const known = await ctx.db
    .select({ id: authUser.id, email: authUser.email })
    .from(authUser)
    .where(inArray(authUser.email, emails));
  const idByEmail = new Map(known.map(({ id, email }) => [email, id]));
  const missing = DEMO_PEOPLE.filter(({ email }) => !idByEmail.has(email));
  const passwordHash = missing.length > 0 ? await hashPassword(DEMO_PASSWORD) : "";
  for (const person of missing) idByEmail.set(person.email, await makeDemoUser(ctx, person, passwordHash));
  for (const person of DEMO_PEOPLE) {
    const userId = idByEmail.get(person.email);
    if (userId !== undefined) await furnish(ctx, person, userId);
  }
  return { made: missing.length };
}

async function makeDemoUser(ctx: DomainContext, person: DemoPerson, passwordHash: string): Promise<string> {
  const id = `demo_${randomBytes(12).toString("hex")}`;
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(authUser)
      .values({ id, email: person.email, name: person.name, role: person.role, emailVerified: true });
    await tx.insert(authCredential).values({
      id: `${id}_password`,
      userId: id,
      accountId: id,
      providerId: "credential",
      password: passwordHash,
    });
  });
  return id;
}

async function furnish(ctx: DomainContext, person: DemoPerson, userId: string): Promise<void> {
  const { accountId } = await openAccount(ctx, userId, { withApiKey: false });
  await ctx.db.update(accountProfile).set({ demo: true }).where(eq(accountProfile.accountId, accountId));
  if (person.apiKey !== undefined) {
    await ctx.db
      .insert(apiKey)
      .values({
        accountId,
        name: "Demo key",
        createdAt: new Date(ctx.clock.nowMs()),
        ...keySecret(person.apiKey),
      })
      .onConflictDoNothing();
    ctx.apiKeys.forget(accountId);
  }
  if (person.site !== undefined) {
    const now = new Date(ctx.clock.nowMs());
    const stands = { approvedAt: now, verifiedAt: now, lastGoodAt: now, nextCheckAt: now };
    await ctx.db
      .insert(site)
      .values({ accountId, ...person.site, createdAt: now, ...stands })
      .onConflictDoUpdate({ target: [site.accountId, site.host], set: { token: person.site.token } });
  }
  if (person.role === "worker" || person.role === "customer")
    await ctx.db
      .insert(policyAcceptance)
      .values({ userId, version: 1, acceptedAt: new Date(ctx.clock.nowMs()) })
      .onConflictDoNothing();
  if (person.role === "worker") {
    const now = new Date(ctx.clock.nowMs());
    await ctx.db
      .insert(workerV3Score)
      .values({ workerId: accountId, consentedAt: now, score: DEMO_V3_SCORE, measuredAt: now })
      .onConflictDoNothing();
    await ctx.db
      .insert(workerStanding)
      .values(
        Object.values(TASK_KINDS).map(({ number }) => {
          return { workerId: accountId, kind: number, stage: STAGES.full, stageSince: now };
        }),
      )
      .onConflictDoNothing();
  }
  if (person.depositMicros !== undefined) await depositOnce(ctx, accountId, person.depositMicros);
}

async function depositOnce(ctx: DomainContext, accountId: number, amountMicros: number): Promise<void> {
  const [booked] = await ctx.db.select().from(booking).where(eq(booking.accountId, accountId)).limit(1);
  if (booked !== undefined) return;
  await bookDeposit(ctx, { accountId, amountMicros, reason: DEPOSIT_REASON, bookedBy: null });
}
