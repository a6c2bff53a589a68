import { PASSKEYS_MAX, type PasskeyRow } from "@sightline/contract/passkeys";
import { passkey } from "@sightline/db/schema/passkey";
import { asc, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";

/** A user's passkeys in the order in which they were added. */
export async function listPasskeys(
  ctx: Pick<DomainContext, "db">,
  { userId }: Pick<Actor, "userId">,
): Promise<PasskeyRow[]> {
  const rows = await ctx.db
    .select()
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(asc(passkey.id))
    .limit(PASSKEYS_MAX);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdAtMs: createdAt.getTime(),
    lastUsedAtMs: lastUsedAt?.getTime() ?? null,
  }));
}
