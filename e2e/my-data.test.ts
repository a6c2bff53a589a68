import { readFile } from "node:fs/promises";
import { DEMO_PASSWORD } from "@sightline/domain/accounts/demo-people";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a customer asks for all of their data, leaves, and fetches the file that nobody else gets", async ({
  people,
}) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/settings");
  const section = page.getByRole("region", { name: "Your data" });
  await section.getByRole("button", { name: "Make a file with my data" }).press("Enter");
  await expect(section.getByRole("list")).toContainText(/Being made|Ready/);
  await page.goto("/app");
  await page.goto("/app/settings");
  const link = section.getByRole("link", { name: "Download" }).first();
  await expect(link).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  const waiting = page.waitForEvent("download");
  await link.click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("sightline-data.zip");
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
  expect(bytes.toString("latin1")).toContain("account.json");

  const other = await people.loggedIn("worker8@demo.test");
  const address = (await link.getAttribute("href")) ?? "";
  expect((await other.request.get(address)).status()).toBe(404);
  expect((await (await people.visitor()).request.get(address)).status()).toBe(401);
});

test("a customer asks for the end of their account by keys, is told what stays, and keeps it", async ({
  people,
}) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/settings");
  const section = page.getByRole("region", { name: "Delete this account" });
  await section.getByRole("button", { name: "Delete my account" }).press("Enter");
  const dialog = page.getByRole("alertdialog", { name: "Delete this account in 7 days?" });
  await expect(dialog).toContainText("books are kept by law");
  await expectAccessible(page);
  const password = dialog.getByLabel("Your password, again");
  await password.press("Enter");
  await expect(dialog.getByText("Enter your password")).toBeVisible();
  await page.keyboard.type("not my password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This password is wrong.")).toBeVisible();
  await expect(password).toHaveValue("not my password");
  await password.fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const keep = section.getByRole("button", { name: "Keep my account" });
  await expect(section.getByText(/will be deleted on/)).toBeVisible();
  await expectAccessible(page);
  await keep.press("Enter");
  await expect(section.getByRole("button", { name: "Delete my account" })).toBeVisible();
});
