import { account } from "@sightline/db/schema/account";
import { apiKey } from "@sightline/db/schema/api-key";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { keySecret, makeApiKey } from "../api-keys/make-api-key";
import type { DomainContext } from "../context";

/** Reads like "test" in the one alphabet that keys have. */
const PREFIX = "7e57";

/** An account's test key, made when it is first asked for. It can spend nothing, so it may be shown again and again. */
export async function giveTestKey(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  accountId: number,
): Promise<{ key: string }> {
  const { key, isNew } = await ctx.db.transaction(async (tx) => {
    await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for("update");
    const [known] = await tx
      .select({ key: apiKey.testKey })
      .from(apiKey)
      .where(and(eq(apiKey.accountId, accountId), isNotNull(apiKey.testKey), isNull(apiKey.revokedAt)));
    if (known?.key) return { key: known.key, isNew: false };
    const made = `${PREFIX}${makeApiKey().slice(PREFIX.length)}`;
    await tx.insert(apiKey).values({
      accountId,
      name: "Test key",
      createdAt: new Date(ctx.clock.nowMs()),
      testKey: made,
      ...keySecret(made),
    });
    return { key: made, isNew: true };
  });
  if (isNew) {
    ctx.apiKeys.forget(accountId);
    ctx.hints.changed(`account:${accountId}`);
  }
  return { key };
}
