import { type AskDeletionReply, DELETION_WAIT_MS } from "@sightline/contract/my-data";
import { accountDeletion } from "@sightline/db/schema/account-deletion";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import { provePassword } from "../auth/prove-password";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";

/**
 * Deletes the account of a customer or a worker in a week; until then it works as ever and can be kept. Asking again
 * changes nothing.
 */
export async function askDeletion(
  ctx: DomainContext,
  actor: Actor,
  { password }: { password: string },
): Promise<AskDeletionReply> {
  if (actor.role !== "customer" && actor.role !== "worker")
    throw new Refusal("conflict", "What staff have done stays in the audit log. An admin ends your access.");
  const proof = await provePassword(ctx, actor, password);
  if (proof.outcome !== "right") return proof;
  const { accountId, userId } = actor;
  const nowMs = ctx.clock.nowMs();
  return ctx.db.transaction(async (tx) => {
    const dueAt = new Date(nowMs + DELETION_WAIT_MS);
    const [asked] = await tx
      .insert(accountDeletion)
      .values({ accountId, userId, askedAt: new Date(nowMs), dueAt })
      .onConflictDoNothing()
      .returning({ dueAt: accountDeletion.dueAt });
    if (asked !== undefined) {
      const params = { date: asked.dueAt.toISOString().slice(0, 10) };
      await giveNotice(ctx, { accountId, notice: "deletion_asked", params }, tx);
      return { outcome: "asked", dueAtMs: asked.dueAt.getTime() };
    }
    const [before] = await tx.select().from(accountDeletion).where(eq(accountDeletion.accountId, accountId));
    return { outcome: "asked", dueAtMs: before?.dueAt.getTime() ?? dueAt.getTime() };
  });
}

/** Keeps an account that was to be deleted. */
export async function cancelDeletion(
  ctx: Pick<DomainContext, "db" | "clock" | "mail">,
  { accountId }: Pick<Actor, "accountId">,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const kept = await tx
      .delete(accountDeletion)
      .where(and(eq(accountDeletion.accountId, accountId), eq(accountDeletion.state, 0)))
      .returning({ accountId: accountDeletion.accountId });
    if (kept.length === 0) throw new Refusal("conflict", "This account is not to be deleted.");
    await giveNotice(ctx, { accountId, notice: "deletion_cancelled", params: {} }, tx);
  });
}
