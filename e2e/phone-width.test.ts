import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** The narrowest phone that people use. */
const PHONE = { width: 360, height: 740 };

const PAGES = {
  customer:
    "tasks log playground reports unrecognisable callbacks keys sites packages rates statement usage billing limits recognition team settings support",
  staff:
    "queue floor glyphs policy accounts workers refunds images bans announcements gold sites prices packages payouts deposits reconciliation audit settings",
};

test.describe.configure({ timeout: 120_000 });

test("no page of a customer scrolls sideways on a phone", async ({ people }) => {
  const page = await people.loggedIn("customer@demo.test");
  await page.setViewportSize(PHONE);
  for (const path of ["", ...PAGES.customer.split(" ")]) await expectNarrow(page, `/app/${path}`);
});

test("no page of the staff scrolls sideways on a phone", async ({ people }) => {
  const page = await people.loggedIn("admin@demo.test");
  await page.setViewportSize(PHONE);
  for (const path of PAGES.staff.split(" ")) await expectNarrow(page, `/staff/${path}`);
});

test("no page of a worker, nor one for everybody, scrolls sideways on a phone", async ({
  people,
  program,
}) => {
  const page = await people.loggedIn("worker@demo.test");
  await page.setViewportSize(PHONE);
  for (const path of ["earnings", "payouts", "score", "settings"]) await expectNarrow(page, `/work/${path}`);
  const screen = await WorkScreen.open(page);
  const taskId = await program.send("word-01.jpg", { textinstructions: "The word in the middle" });
  await screen.lookAt();
  expect(await sidewaysPx(page), "the work screen with a picture").toBe(0);
  await screen.solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
  const visitor = await people.visitor();
  await visitor.setViewportSize(PHONE);
  for (const path of [
    "/",
    "/login",
    "/signup",
    "/forgot",
    "/policy",
    "/opt-out",
    "/join",
    "/docs",
    "/docs/limits",
  ]) {
    await expectNarrow(visitor, path);
  }
});

async function expectNarrow(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
  expect.soft(await sidewaysPx(page), `${path} is wider than the screen by so many pixels`).toBe(0);
}

function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
