import { PICTURE_HOURS, PICTURE_HOURS_DEFAULT, type Retention } from "@sightline/contract/retention";
import { pictureRetention } from "@sightline/db/schema/picture-retention";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** How long a customer's pictures are kept after their report window. */
export async function retentionOf(ctx: Pick<DomainContext, "db">, accountId: number): Promise<Retention> {
  const [row] = await ctx.db.select().from(pictureRetention).where(eq(pictureRetention.accountId, accountId));
  return { pictureHours: PICTURE_HOURS.find((hours) => hours === row?.hours) ?? PICTURE_HOURS_DEFAULT };
}
