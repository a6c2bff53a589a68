import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

const PATHS = ["/docs/kinds/grid", "/docs/errors/ERROR_ZERO_BALANCE", "/docs/limits", "/docs/reference"];

test("somebody reads the documentation: its start, a kind, an error, the limits, the reference", async ({
  people,
}) => {
  const page = await people.visitor();
  await page.goto("/docs");
  await expectAccessible(page);
  for (const path of PATHS) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    await expectAccessible(page);
  }
  await page.getByRole("link", { name: "Request limits" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Request limits" })).toBeVisible();
});
