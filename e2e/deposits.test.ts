import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { LocalChain } from "@sightline/domain/testing/local-chain";
import { DemoServer } from "./demo-server";
import { expect, test } from "./journey";
import { People } from "./people";

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
  const chain = await LocalChain.start();
  const token = await chain.deploy({ symbol: "TUSD" });
  const { chainId, publicKey, confirmations } = chain.options([]);
  const demo = await DemoServer.start({
    CHAIN_RPC_URL: chain.url,
    CHAIN_ID: String(chainId),
    CHAIN_NAME: "Local chain",
    CHAIN_XPUB: publicKey,
    CHAIN_TOKENS: `${token.symbol}:${token.address}:${token.decimals}`,
    CHAIN_CONFIRMATIONS: String(confirmations),
  });
  const people = new People(browser, faults, demo.url);
  try {
    const page = await people.loggedIn("customer2@demo.test");
    await page.goto("/app/billing");
    await expect(page.getByText("No deposits yet")).toBeVisible();
    const show = page.getByRole("button", { name: "Show my deposit address" });
    const code = page.getByRole("img", { name: "QR code of the deposit address" });
    await expect(async () => {
      if (!(await code.isVisible())) await show.click();
      await expect(code).toBeVisible({ timeout: 2_000 });
    }).toPass();
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
  } finally {
    await people.goHome();
    await demo.stop();
    await chain.stop();
  }
});

async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}
