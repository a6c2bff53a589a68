import { roleSchema } from "@sightline/contract/roles";
import type { Actor } from "./actor";

/** The library's session and user as our actor; null when there is none, or no account yet (see open-account). */
export function sessionActor(
  found: {
    session: { id: string };
    user: { id: string; name: string; email: string; role: string; accountId?: number | null | undefined };
  } | null,
): Actor | null {
  if (found === null || found.user.accountId == null) return null;
  const { user, session } = found;
  return {
    userId: user.id,
    accountId: found.user.accountId,
    sessionId: session.id,
    role: roleSchema.parse(user.role),
    name: user.name,
    email: user.email,
  };
}
