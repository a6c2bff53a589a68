import { readFile } from "node:fs/promises";
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
