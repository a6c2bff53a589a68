import { teamInvitation } from "@sightline/db/schema/team-invitation";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../auth/actor";
import type { DomainContext } from "../context";
import { Refusal } from "../refusal";

/** Takes an invitation back: its link works no more. */
export async function cancelTeamInvitation(
  ctx: Pick<DomainContext, "db">,
  { accountId }: Pick<Actor, "accountId">,
  { id }: { id: number },
): Promise<void> {
  const gone = await ctx.db
    .delete(teamInvitation)
    .where(and(eq(teamInvitation.id, id), eq(teamInvitation.accountId, accountId)))
    .returning({ id: teamInvitation.id });
  if (gone.length === 0) throw new Refusal("not_found", "There is no such invitation.");
}
