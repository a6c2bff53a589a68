import type { RemovePasskeyReply } from "@sightline/contract/passkeys";
import { passkey } from "@sightline/db/schema/passkey";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import { provePassword } from "../auth/prove-password";
import type { DomainContext } from "../context";
import { giveNotice } from "../notices/give-notice";
import { Refusal } from "../refusal";

/** Takes a passkey from its user, who is told. It logs in no more; sessions that it has opened go on. */
export async function removePasskey(
  ctx: Pick<DomainContext, "db" | "pool" | "clock" | "mail">,
  actor: Actor,
  { id, password }: { id: number; password: string },
): Promise<RemovePasskeyReply> {
  const { userId, accountId, email } = actor;
  const own = and(eq(passkey.id, id), eq(passkey.userId, userId));
  const [there] = await ctx.db.select({ id: passkey.id }).from(passkey).where(own);
  if (there === undefined) throw new Refusal("not_found", "There is no such passkey.");
  const proof = await provePassword(ctx, actor, password);
  if (proof.outcome !== "right") return proof;
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx.delete(passkey).where(own).returning({ name: passkey.name });
    if (gone === undefined) throw new Refusal("not_found", "There is no such passkey.");
    const params = { name: gone.name, email };
    await giveNotice(ctx, { accountId, userId, notice: "passkey_removed", params }, tx);
  });
  return { outcome: "removed" };
}
