// biome-ignore-all lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures one needs.
/* oxlint-disable no-empty-pattern -- as above */
import { test as base, expect } from "@playwright/test";
import { openPool } from "@sightline/db/database";
import { DEMO_PEOPLE } from "@sightline/domain/accounts/demo-people";
import { CustomerProgram } from "./customer-program";
import { CONNECT_MS, DemoServer } from "./demo-server";
import { LedgerView } from "./ledger-view";
import { PageFaults } from "./page-faults";
import { People } from "./people";

interface JourneyFixtures {
  faults: PageFaults;
  people: People;
  /** The program of customer@demo.test. */
  program: CustomerProgram;
  cleanEnd: undefined;
}

interface WorkerFixtures {
  demo: DemoServer;
  ledger: LedgerView;
}

/**
 * A test of a journey. Besides what it says itself, it fails when a page or the server has logged an error, a page
 * has violated its policy or thrown, an open task is left behind for the next test, or the ledger does not add up.
 */
export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  demo: [
    async ({}, use) => {
      const demo = await DemoServer.start();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],

  ledger: [
    async ({ demo }, use) => {
      const pool = openPool(demo.databaseUrl, {
        max: 2,
        applicationName: "sightline-journeys",
        connectTimeoutMs: CONNECT_MS,
      });
      await use(new LedgerView(pool));
      await pool.end();
    },
    { scope: "worker" },
  ],

  faults: async ({}, use) => {
    await use(new PageFaults());
  },

  people: async ({ browser, faults, demo }, use) => {
    const people = new People(browser, faults, demo.url);
    await use(people);
    await people.goHome();
  },

  program: async ({ demo }, use) => {
    await use(new CustomerProgram(demo.url, demoKey("customer@demo.test")));
  },

  cleanEnd: [
    async ({ demo, ledger, faults }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach("server log", { body: demo.log.join("\n"), contentType: "text/plain" });
        await testInfo.attach("page faults", {
          body: faults.unexpected.join("\n"),
          contentType: "text/plain",
        });
        return;
      }
      expect(faults.unexpected, "no page has logged an error or violated its policy").toEqual([]);
      expect(demo.loggedErrors, "the server has logged no error").toEqual([]);
      await expect.poll(() => ledger.openTasks(), "no task is left open for the next test").toEqual([]);
      expect(await ledger.reconcile()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The API key of one of the demo's customers. */
export function demoKey(email: string): string {
  const key = DEMO_PEOPLE.find((person) => person.email === email)?.apiKey;
  if (key === undefined) throw new Error(`${email} has no key in the demo`);
  return key;
}
