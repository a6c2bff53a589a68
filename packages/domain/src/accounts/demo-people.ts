import type { Role } from "@sightline/contract/roles";

export const DEMO_PASSWORD = "demo-password";

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  apiKey?: string;
  depositMicros?: number;
  /** The host of a site that counts as proved to be theirs: nobody can own it outside the demo. */
  siteHost?: string;
}

/** Who lives in the demo: a promise to everybody who tries it (README). */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: "customer@demo.test",
    name: "Demo Customer",
    role: "customer",
    apiKey: "1abc234de56fab7c89012d34e56fa7b8",
    depositMicros: 100_000_000,
    siteHost: "demo.test",
  },
  {
    email: "customer2@demo.test",
    name: "Second Customer",
    role: "customer",
    apiKey: "2abc234de56fab7c89012d34e56fa7b8",
  },
  { email: "worker@demo.test", name: "Demo Worker", role: "worker" },
  ...Array.from({ length: 8 }, (_, i): DemoPerson => {
    return { email: `worker${i + 2}@demo.test`, name: `Demo Worker ${i + 2}`, role: "worker" };
  }),
  { email: "moderator@demo.test", name: "Demo Moderator", role: "moderator" },
  { email: "admin@demo.test", name: "Demo Admin", role: "admin" },
];
