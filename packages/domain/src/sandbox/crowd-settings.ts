import type { CrowdSettings } from "@sightline/contract/crowd";
import { crowdSetting } from "@sightline/db/schema/crowd-setting";
import { eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** How a customer's tasks meet the crowd. */
export async function crowdSettings(
  ctx: Pick<DomainContext, "db">,
  accountId: number,
): Promise<CrowdSettings> {
  const [row] = await ctx.db.select().from(crowdSetting).where(eq(crowdSetting.accountId, accountId));
  return { sandbox: row?.sandbox ?? false, sharesGold: row?.sharesGold ?? false };
}
