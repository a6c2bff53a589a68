/** What somebody may be in a customer's account. */
export const TEAM_ROLES = ["owner", "developer", "billing", "reader"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/**
 * Which members of a customer's team may use which area of its account: the one table of their permissions, enforced by
 * the base procedures, and by which the pages are shown. Owners may everything.
 */
export const TEAM_AREAS = {
  overview: ["owner", "developer", "billing", "reader"],
  notices: ["owner", "developer", "billing", "reader"],
  team: ["owner", "developer", "billing", "reader"],
  usage: ["owner", "developer", "billing", "reader"],
  tasks: ["owner", "developer", "reader"],
  tasks_report: ["owner", "developer"],
  programs: ["owner", "developer", "reader"],
  programs_change: ["owner", "developer"],
  keys: ["owner", "developer"],
  log: ["owner", "developer"],
  playground: ["owner", "developer"],
  money: ["owner", "billing"],
  settings: ["owner"],
  team_change: ["owner"],
  account: ["owner"],
} as const satisfies Record<string, readonly TeamRole[]>;

export type TeamArea = keyof typeof TEAM_AREAS;

export function teamMay(role: TeamRole, area: TeamArea): boolean {
  return (TEAM_AREAS[area] as readonly TeamRole[]).includes(role);
}
