import type { Role } from "@sightline/contract/roles";

/** The three parts of the app that need a log-in, and who belongs where. */
export type Area = "customer" | "worker" | "staff";

const AREA_OF: Record<Role, Area> = {
  customer: "customer",
  worker: "worker",
  moderator: "staff",
  admin: "staff",
};
const HOME_OF = { customer: "/app", worker: "/work", staff: "/staff/queue" } as const;

export function areaOf(role: Role): Area {
  return AREA_OF[role];
}

/** Where a person lands after log-in. */
export function homeOf(role: Role): (typeof HOME_OF)[Area] {
  return HOME_OF[AREA_OF[role]];
}
