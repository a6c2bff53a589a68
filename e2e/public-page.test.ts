import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a visitor reads prices and packages, and writes to the people behind the service", async ({
  people,
}) => {
  const page = await people.visitor();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("People read what programs cannot");
  const prices = page.getByRole("table", { name: "Prices and speed by kind" });
  await expect(prices.getByRole("row", { name: /^reCAPTCHA v2 0\.35/ })).toBeVisible();
  const packages = page.getByRole("table", { name: "Packages" });
  await expect(packages.getByRole("row", { name: "Regular 20 6.50 38.00 129.00" })).toBeVisible();

  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText("Enter your email address")).toBeVisible();
  await page.getByLabel("Your email address").fill("vera@example.org");
  await page.getByLabel("Message").fill("Do you speak SOAP?");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText(/we answer to vera@example\.org/)).toBeVisible();

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/demo/mail");
  await expect(admin.getByText("Do you speak SOAP?").first()).toBeVisible();
});

test("a customer writes to support from the app", async ({ people }) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/support");
  await expect(page.getByText("We answer to customer2@demo.test")).toBeVisible();
  await page.getByLabel("Message").fill("short");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText("Say in a few words what it is about")).toBeVisible();
  await expect(page.getByLabel("Message")).toHaveValue("short");
  await page.getByLabel("Message").fill("My deposit does not show up.");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByText(/we answer to customer2@demo\.test/)).toBeVisible();
  await expectAccessible(page);
});
