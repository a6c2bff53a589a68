import { passkey } from "@sightline/db/schema/passkey";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Gives one of a user's passkeys another name. */
export async function renamePasskey(
  ctx: Pick<DomainContext, "db">,
  { userId }: Pick<Actor, "userId">,
  { id, name }: { id: number; name: string },
): Promise<void> {
  const renamed = await ctx.db
    .update(passkey)
    .set({ name })
    .where(and(eq(passkey.id, id), eq(passkey.userId, userId)))
    .returning({ id: passkey.id });
  if (renamed.length === 0) throw new Refusal("not_found", "There is no such passkey.");
}
