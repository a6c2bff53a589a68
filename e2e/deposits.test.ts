import { withChainDemo } from "./chain-demo";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("without a configured chain, the page says how deposits are booked", async ({ people }) => {
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/billing");
  await expect(page.getByText("Deposits over a chain are not switched on here.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show my deposit address" })).toHaveCount(0);
  await expectAccessible(page);
});

test("a customer sees the deposit address and a deposit arrive, and prints its receipt", async ({
  browser,
  faults,
}) => {
  test.setTimeout(90_000);
  await withChainDemo({ browser, faults }, async ({ chain, token, people }) => {
    const page = await people.loggedIn("customer2@demo.test");
    await page.goto("/app/billing");
    await expect(page.getByText("No deposits yet")).toBeVisible();
    await page.getByRole("button", { name: "Show my deposit address" }).click();
    await expect(page.getByRole("img", { name: "QR code of the deposit address" })).toBeVisible();
    const address = await page.locator("code").filter({ hasText: /^0x/ }).textContent();
    await chain.send(token, address ?? "", 12_500_000n);
    const row = page.getByRole("row", { name: /12\.500000 USD/ });
    await expect(row).toContainText("1 of 3 confirmations");
    await chain.mine(2);
    await expect(row).toContainText("Booked");
    await expect(page.getByText("12.500000 USD").first()).toBeVisible();
    await expectAccessible(page);
    await row.getByRole("link", { name: "Receipt of 12.500000 USD" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Receipt" })).toBeVisible();
    await expect(page.getByText("Total, paid")).toBeVisible();
    await expectAccessible(page);

    const staff = await people.loggedIn("admin@demo.test");
    await staff.goto("/staff/deposits");
    await expect(staff.getByText("Local chain is read up to block")).toBeVisible();
    await expect(staff.getByRole("row", { name: /customer2@demo\.test/ })).toContainText("Booked");
    await expectAccessible(staff);
  });
});

test("a customer reads what was used this month, and no month that is not theirs", async ({
  people,
  faults,
}) => {
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/billing");
  const invoices = page.getByRole("table", { name: "Invoices" });
  await invoices.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Invoice" })).toBeVisible();
  await expect(page.getByText("This month is not closed.")).toBeVisible();
  await expectAccessible(page);
  // A month without an invoice is refused with a status, which the browser logs.
  faults.expect(/404 \(Not Found\)/);
  await page.goto("/app/billing/invoice/2026-01");
  await expect(page.getByText("The invoice could not be loaded")).toBeVisible();
  await expectAccessible(page);
});
