import { TEAM_MAX } from "@sightline/contract/team";
import type { TeamRole } from "@sightline/contract/team-areas";
import type { Database } from "@sightline/db/database";
import { authUser } from "@sightline/db/schema/auth";
import { asc, eq, or } from "drizzle-orm";
import { Refusal } from "../refusal";

export interface TeamMember {
  userId: string;
  name: string;
  email: string;
  role: TeamRole;
  /** The one whom the account is held by: an account has one, who is an owner. */
  holds: boolean;
  joinedAt: Date;
  secondFactor: boolean;
}

/** All members of an account, the longest first. */
export async function readTeam(db: Pick<Database, "select">, accountId: number): Promise<TeamMember[]> {
  const rows = await teamQuery(db, accountId);
  return rows.map(({ holderOf, ...row }) => ({ ...row, holds: holderOf !== null }));
}

/** The same, and nobody else changes the team before the transaction ends. */
export async function lockTeam(tx: Pick<Database, "select">, accountId: number): Promise<TeamMember[]> {
  const rows = await teamQuery(tx, accountId).for("update");
  return rows.map(({ holderOf, ...row }) => ({ ...row, holds: holderOf !== null }));
}

/** The one of them who is meant; somebody of another account is not there. */
export function memberIn(team: readonly TeamMember[], userId: string): TeamMember {
  const member = team.find((each) => each.userId === userId);
  if (member === undefined) throw new Refusal("not_found", "There is no such member.");
  return member;
}

/** Whoever was an owner when they asked must be one still, now that nobody else changes the team. */
export function stillOwner(team: readonly TeamMember[], userId: string): void {
  if (team.find((each) => each.userId === userId)?.role !== "owner")
    throw new Refusal("conflict", "You are no longer an owner of this account.");
}

function teamQuery(db: Pick<Database, "select">, accountId: number) {
  return db
    .select({
      userId: authUser.id,
      name: authUser.name,
      email: authUser.email,
      role: authUser.teamRole,
      holderOf: authUser.accountId,
      joinedAt: authUser.createdAt,
      secondFactor: authUser.twoFactorEnabled,
    })
    .from(authUser)
    .where(or(eq(authUser.accountId, accountId), eq(authUser.memberOf, accountId)))
    .orderBy(asc(authUser.createdAt), asc(authUser.id))
    .limit(2 * TEAM_MAX);
}
