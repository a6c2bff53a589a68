// biome-ignore-all lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures one needs.
/* oxlint-disable no-empty-pattern -- as above */
import { DemoServer } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test as journey } from "./journey";
import { WorkScreen } from "./work-screen";

const REASON = "Away for good.";

/** A demo of its own: its moderator is suspended. */
const test = journey.extend<object, { demo: DemoServer }>({
  demo: [
    async ({}, use) => {
      const demo = await DemoServer.start();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});
test.describe.configure({ timeout: 90_000 });

test("a moderator who is suspended over an open case is told so, and nothing is half done", async ({
  faults,
  ledger,
  people,
  program,
}) => {
  faults.expect(/403 \(Forbidden\)/);
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("plate-04.jpg");
  await screen.solve("GUESSED 2");
  await program.finalResult(taskId);
  await screen.page.close();
  expect(await program.reportBad(taskId)).toBe("OK_REPORT_RECORDED");
  const before = await ledger.balances("customer@demo.test");

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/queue");
  const row = new RegExp(`task:${taskId}`);
  await moderator.getByRole("row", { name: row }).getByRole("button").click();
  await moderator.getByLabel("What do you read?").fill("READ 2");
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByText("The worker answered")).toBeVisible();

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto(`/staff/accounts?account=${await ledger.accountId("moderator@demo.test")}`);
  const form = admin.getByRole("region", { name: "Suspension" });
  await form.getByRole("textbox", { name: "Reason, as its holder reads it" }).fill(REASON);
  await form.getByRole("button", { name: "Suspend this account" }).click();
  await expect(admin.getByText("The account is suspended.")).toBeVisible();

  await moderator.keyboard.press("r");
  await expect(moderator.getByRole("alert").filter({ hasText: REASON }).first()).toBeVisible();
  await expectAccessible(moderator);
  expect(await ledger.balances("customer@demo.test")).toEqual(before);
  await moderator.reload();
  await expect(moderator.getByRole("main")).toContainText(REASON);
  await expect(moderator.getByText("The worker answered")).toHaveCount(0);
  await expectAccessible(moderator);

  // The case waits on, and who is back finds the own reading.
  await admin.goto("/staff/queue");
  await expect(admin.getByRole("row", { name: row })).toBeVisible();
  await admin.goto(`/staff/accounts?account=${await ledger.accountId("moderator@demo.test")}`);
  await form.getByRole("textbox", { name: "Reason, as its holder reads it" }).fill("Back again.");
  await form.getByRole("button", { name: "Lift the suspension" }).click();
  await expect(admin.getByText("The suspension is lifted.")).toBeVisible();
  await moderator.goto("/staff/queue");
  await moderator.getByRole("row", { name: row }).getByRole("button").click();
  await expect(moderator.getByText("READ 2")).toBeVisible();
  await moderator.keyboard.press("r");
  await expect(moderator.getByText(/decided\.|second reader/)).toBeVisible();
});
