import { type Role, roleSchema } from "@sightline/contract/roles";

/** A user as the library answers it, in our words; `accountId` is null until `openAccount` has run. */
export function signedUpUser(user: object): {
  userId: string;
  name: string;
  email: string;
  role: Role;
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
    emailVerified?: boolean;
  };
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    role: roleSchema.parse(row.role),
    accountId: row.accountId ?? null,
    emailVerified: row.emailVerified ?? false,
  };
}
