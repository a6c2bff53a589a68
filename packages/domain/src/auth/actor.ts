import type { Role } from "@sightline/contract/roles";

/** Who makes a request, as their session proves it. */
export interface Actor {
  readonly userId: string;
  readonly accountId: number;
  readonly sessionId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
}
