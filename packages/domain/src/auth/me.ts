import type { Me } from "@sightline/contract/session";
import type { Actor } from "./actor";

/** What an actor may know about themselves: all but the id of their session. */
export function meOf({ userId, accountId, name, email, role, teamRole }: Omit<Actor, "sessionId">): Me {
  return { userId, accountId, name, email, role, teamRole };
}
