import type { Role } from "@sightline/contract/roles";
import { SITE_PROOF } from "@sightline/contract/sites";

export const DEMO_PASSWORD = "demo-password";

/** Its record is read from a stand-in, which production does not have. */
const DEMO_SITE = { host: "demo.test", token: "sightline-site=demo" };

/** What the demo answers instead of DNS. */
export const DEMO_TXT_RECORDS: ReadonlyMap<string, readonly string[]> = new Map([
  [`${SITE_PROOF.dnsLabel}.${DEMO_SITE.host}`, [DEMO_SITE.token]],
]);

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  apiKey?: string;
  depositMicros?: number;
  /** A site that stays proved by the demo's stand-in for DNS: nobody can own it outside the demo. */
  site?: { host: string; token: string };
}

/** Who lives in the demo: a promise to everybody who tries it (README). */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: "customer@demo.test",
    name: "Demo Customer",
    role: "customer",
    apiKey: "1abc234de56fab7c89012d34e56fa7b8",
    depositMicros: 100_000_000,
    site: DEMO_SITE,
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
  // What takes two admins can be tried.
  { email: "admin2@demo.test", name: "Second Admin", role: "admin" },
];
