import { type Role, roleSchema } from "@sightline/contract/roles";
import { TEAM_ROLES, type TeamRole } from "@sightline/contract/team-areas";

/** A user as the library answers it, in our words; `accountId` is null until `openAccount` has run or a team was joined. */
export function signedUpUser(user: object): {
  userId: string;
  name: string;
  email: string;
  role: Role;
  teamRole: TeamRole;
  accountId: number | null;
  emailVerified: boolean;
} {
  // The library's types leave out additional fields in some answers; the rows have them all.
  const row = user as {
    id: string;
    name: string;
    email: string;
    role: unknown;
    accountId?: number | null;
    memberOf?: number | null;
    teamRole?: string;
    emailVerified?: boolean;
  };
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    role: roleSchema.parse(row.role),
    teamRole: TEAM_ROLES.find((role) => role === row.teamRole) ?? "owner",
    accountId: row.accountId ?? row.memberOf ?? null,
    emailVerified: row.emailVerified ?? false,
  };
}
