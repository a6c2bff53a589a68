import type { Page } from "@playwright/test";
import { CustomerProgram } from "./customer-program";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import type { LedgerView } from "./ledger-view";
import type { People } from "./people";
import { WorkScreen } from "./work-screen";

/** Somebody with 10 USD: packages of the demo's own customers would change what other journeys cost. */
async function newCustomer(people: People, ledger: LedgerView): Promise<{ page: Page; apiKey: string }> {
  const email = `packages-${Date.now()}@example.org`;
  const page = await people.visitor();
  const person = {
    email,
    password: "a password of some words",
    name: "Pia",
    role: "customer",
    acceptedPolicyVersion: 1,
  };
  const reply = await (await page.request.post("/trpc/session.signUp", { data: person })).text();
  const apiKey = /"firstApiKey":"([0-9a-f]{32})"/.exec(reply)?.[1];
  if (apiKey === undefined) throw new Error(`the sign-up failed: ${reply}`);
  const admin = await people.loggedIn("admin@demo.test");
  const deposit = {
    accountId: await ledger.accountId(email),
    amountMicros: 10_000_000,
    reason: "for a journey",
  };
  const booked = await admin.request.post("/trpc/staff.bookDeposit", { data: deposit });
  expect(booked.status()).toBe(200);
  return { page, apiKey };
}

test("a customer buys a package, and its next task takes a thread instead of money", async ({
  demo,
  people,
  ledger,
}) => {
  const { page, apiKey } = await newCustomer(people, ledger);
  const program = new CustomerProgram(demo.url, apiKey);
  await page.goto("/app/packages");
  await expect(page.getByText("No packages yet")).toBeVisible();
  await page.getByRole("button", { name: "Buy Micro" }).click();
  const dialog = page.getByRole("dialog", { name: "Buy Micro" });
  await dialog.getByRole("radio", { name: "Day" }).check();
  await expect(dialog).toContainText("It begins now.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Buy for 2.000000 USD" }).click();
  await expect(page.getByText("Micro is bought.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Micro, Day/ })).toContainText("Running");
  await expect(page.getByText("0 / 5")).toBeVisible();
  await expectAccessible(page);

  const taskId = await program.send("word-01.jpg");
  await expect(page.getByText("1 / 5")).toBeVisible();
  await (await WorkScreen.open(await people.loggedIn("worker4@demo.test"))).solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
  await expect(page.getByText("0 / 5")).toBeVisible();
  expect((await ledger.movesOf(taskId)).map(({ micros }) => micros)).toEqual([120]);

  await page.goto("/app/statement");
  await expect(page.getByRole("row", { name: /price of a package/ })).toContainText("-2.000000 USD");
  await expectAccessible(page);
});

test("a rate above the customer's maximum is refused until the maximum is taken back", async ({
  demo,
  people,
  ledger,
}) => {
  const { page, apiKey } = await newCustomer(people, ledger);
  const program = new CustomerProgram(demo.url, apiKey);
  await page.goto("/app/rates");
  const row = page.getByRole("row", { name: /Image to text/ });
  await expect(row).toContainText("0.200000 USD");
  const setMaximum = async (typed: string) => {
    await page.getByRole("button", { name: "Set maximum for Image to text" }).click();
    await page.getByRole("dialog").getByLabel("Maximum per 1000").fill(typed);
    await page.getByRole("button", { name: "Save maximum" }).click();
    await expect(page.getByText("The maximum is saved.").last()).toBeVisible();
  };
  await setMaximum("0.1");
  await expect(row).toContainText("Above your maximum");
  await expectAccessible(page);
  expect(await program.post("word-01.jpg")).toBe("ERROR_NO_SLOT_AVAILABLE");
  await setMaximum("0");
  await expect(row).toContainText("Any");
  const taskId = await program.send("word-01.jpg");
  await (await WorkScreen.open(await people.loggedIn("worker4@demo.test"))).solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
});

test("a worker sees what is earned, and an admin what packages bring in and that the ledger agrees", async ({
  people,
}) => {
  const worker = await people.loggedIn("worker4@demo.test");
  await worker.goto("/work/earnings");
  await expect(worker.getByRole("heading", { name: "Earnings" })).toBeVisible();
  await expect(worker.getByText("Per hour of active time")).toBeVisible();
  await expectAccessible(worker);

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/packages");
  await admin.getByRole("button", { name: "Edit Premium" }).click();
  const dialog = admin.getByRole("dialog", { name: "Edit Premium" });
  await dialog.getByLabel("Price for a day").fill("18.5");
  await expectAccessible(admin);
  await dialog.getByRole("button", { name: "Save package" }).click();
  await expect(admin.getByText("The package is saved.")).toBeVisible();
  await expect(admin.getByRole("row", { name: /Premium/ })).toContainText("18.5, 99, 369 USD");
  await expectAccessible(admin);

  await admin.goto("/staff/reconciliation");
  await admin.getByRole("button", { name: "Prove now" }).click();
  await expect(admin.getByText("The ledger was proved.")).toBeVisible();
  await expect(admin.getByText("Everything agrees.")).toBeVisible();
  await expect(admin.getByText("Not checked yet")).toHaveCount(0);
  await expectAccessible(admin);
});
