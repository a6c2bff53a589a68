import { type Role, roleSchema } from "@sightline/contract/roles";
import type { StaffAccountRow } from "@sightline/contract/staff";

/** An account with its holder, as the statements of staff pages read it. */
export interface AccountRow {
  id: number;
  role: Role;
  email: string;
  name: string;
  available_micros: number;
  held_micros: number;
  pending_micros: number;
  created_at: Date;
  suspended_at: Date | null;
  limit_overrides: Record<string, number>;
}

/** Columns and tables; the platform's own accounts have no user, so they are never among the rows. */
export const ACCOUNT_COLUMNS = `a.id, a.role, u.email, u.name, a.available_micros, a.held_micros, a.pending_micros,
  p.created_at, p.suspended_at, p.limit_overrides
from account a
join account_profile p on p.account_id = a.id
join auth_user u on u.account_id = a.id`;

export function staffAccountRow(row: AccountRow): StaffAccountRow {
  return {
    accountId: row.id,
    email: row.email,
    name: row.name,
    role: roleSchema.parse(row.role),
    availableMicros: row.available_micros,
    heldMicros: row.held_micros,
    pendingMicros: row.pending_micros,
    createdAtMs: row.created_at.getTime(),
    suspendedAtMs: row.suspended_at?.getTime() ?? null,
  };
}
