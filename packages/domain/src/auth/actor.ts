import type { Role } from "@sightline/contract/roles";
import type { TeamRole } from "@sightline/contract/team-areas";

/** Who makes a request, as their session proves it. */
export interface Actor {
  readonly userId: string;
  readonly accountId: number;
  readonly sessionId: string;
  readonly role: Role;
  /** What they are in their account: its holder is an owner, whatever the role of the account. */
  readonly teamRole: TeamRole;
  readonly name: string;
  readonly email: string;
}
