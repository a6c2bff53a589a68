import type { Role } from "@sightline/contract/roles";

/**
 * Which staff may use which area of the staff's side: the one table of permissions, enforced by `staffProcedure`.
 * Admins may everything; what moderators may stands here, and whatever is not named is for admins only.
 */
export const STAFF_AREAS = {
  floor: ["moderator", "admin"],
  floor_switch: ["admin"],
  impersonation: ["admin"],
  roles: ["admin"],
  second_admin: ["admin"],
  refunds: ["moderator", "admin"],
  refunds_give: ["admin"],
  bans: ["moderator", "admin"],
  bans_exempt: ["admin"],
  announcements: ["admin"],
  images: ["moderator", "admin"],
  policy: ["moderator", "admin"],
  policy_publish: ["admin"],
  sites: ["moderator", "admin"],
  gold: ["moderator", "admin"],
  workers: ["moderator", "admin"],
  workers_change: ["admin"],
  accounts: ["moderator", "admin"],
  accounts_change: ["admin"],
  prices: ["admin"],
  packages: ["admin"],
  reconciliation: ["admin"],
  invitations: ["admin"],
  deposits: ["admin"],
  payouts: ["admin"],
  audit: ["admin"],
  moderation: ["moderator", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type StaffArea = keyof typeof STAFF_AREAS;
