import { type TeamArea, teamMay } from "@sightline/contract/team-areas";
import { useMe } from "./me";

/** Which area of a customer's account each of its pages is; one that is not here is open to the whole team. */
const PAGE_AREAS: Readonly<Record<string, TeamArea>> = {
  "/app/tasks": "tasks",
  "/app/log": "log",
  "/app/playground": "playground",
  "/app/sandbox": "playground",
  "/app/reports": "tasks",
  "/app/unrecognisable": "tasks",
  "/app/callbacks": "programs",
  "/app/keys": "keys",
  "/app/sites": "programs",
  "/app/packages": "money",
  "/app/rates": "money",
  "/app/statement": "money",
  "/app/billing": "money",
  "/app/limits": "programs",
  "/app/recognition": "programs",
};

/** The area that the page at this address is, or is a part of. */
export function areaOfPage(pathname: string): TeamArea | null {
  const page = Object.keys(PAGE_AREAS).find((each) => pathname === each || pathname.startsWith(`${each}/`));
  return page === undefined ? null : (PAGE_AREAS[page] ?? null);
}

/** Whether whoever looks at this page may use an area of their account. The server decides; this is about what is offered. */
export function useTeamMay(area: TeamArea): boolean {
  return teamMay(useMe().teamRole, area);
}
