import type { Database } from "@sightline/db/database";
import { authUser } from "@sightline/db/schema/auth";
import { eq } from "drizzle-orm";
import { Refusal } from "../refusal";
import type { TeamMember } from "./lock-team";

/**
 * Before an owner stops being one: refuses the last, and lets the longest other owner hold the account when this one
 * does. The team is locked.
 */
export async function keepAnOwner(
  tx: Pick<Database, "update">,
  { accountId, team, leaving }: { accountId: number; team: readonly TeamMember[]; leaving: TeamMember },
): Promise<void> {
  if (leaving.role !== "owner") return;
  const heir = team.find(({ userId, role }) => role === "owner" && userId !== leaving.userId);
  if (heir === undefined)
    throw new Refusal("conflict", "This is the last owner: make somebody else an owner first.");
  if (!leaving.holds) return;
  await tx
    .update(authUser)
    .set({ accountId: null, memberOf: accountId })
    .where(eq(authUser.id, leaving.userId));
  await tx.update(authUser).set({ accountId, memberOf: null }).where(eq(authUser.id, heir.userId));
}
