import type { CrowdSettings, CrowdSettingsChange } from "@sightline/contract/crowd";
import { crowdSetting } from "@sightline/db/schema/crowd-setting";
import type { DomainContext } from "../context";
import { crowdSettings } from "./crowd-settings";

/** From now on: tasks that were accepted before go on as they began. */
export async function setCrowdSettings(
  ctx: Pick<DomainContext, "db" | "hints" | "terms">,
  accountId: number,
  settings: CrowdSettingsChange,
): Promise<CrowdSettings> {
  await ctx.db
    .insert(crowdSetting)
    .values({ accountId, ...settings })
    .onConflictDoUpdate({ target: crowdSetting.accountId, set: settings });
  ctx.terms.forget(accountId);
  ctx.hints.changed(`terms:${accountId}`);
  return crowdSettings(ctx, accountId);
}
