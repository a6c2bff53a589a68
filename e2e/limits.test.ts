import { expectAccessible } from "./expect-accessible";
import { demoKey, expect, test } from "./journey";

test("a customer sees how full a limit is, live", async ({ people, demo }) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/limits");
  const reads = page.getByRole("meter", { name: /^requests for results/ });
  await expect(reads).toBeVisible();
  const before = Number(await reads.getAttribute("aria-valuenow"));
  await expectAccessible(page);
  await page.request.get(`${demo.url}/res.php?key=${demoKey("customer2@demo.test")}&action=getbalance`);
  await expect.poll(async () => Number(await reads.getAttribute("aria-valuenow"))).toBeGreaterThan(before);
  const bans = page.getByRole("region", { name: "Bans of the last 90 days" });
  // Another journey may have had this account banned, and lifted that.
  await expect(bans.getByText("No bans").or(bans.getByRole("table", { name: "Bans" }))).toBeVisible();
});
