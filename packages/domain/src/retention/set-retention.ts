import type { Retention } from "@sightline/contract/retention";
import type { DomainContext } from "../context";
import { retentionOf } from "./retention-of";

/**
 * Holds for the pictures that are still there, too. Whoever has chosen once keeps a row of their own, so that no picture
 * falls between the two ways in which they are gone through: it begins where all accounts' have come to.
 */
export async function setRetention(
  ctx: Pick<DomainContext, "pool" | "db">,
  accountId: number,
  { pictureHours }: Retention,
): Promise<Retention> {
  await ctx.pool.query(
    `insert into picture_retention (account_id, hours, wiped_to)
     select $1::int, $2::smallint, wiped_to from picture_sweep where id = 1
     on conflict (account_id) do update set hours = excluded.hours`,
    [accountId, pictureHours],
  );
  return retentionOf(ctx, accountId);
}
