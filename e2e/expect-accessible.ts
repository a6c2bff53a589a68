import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * No violation and exactly one h1. Dark is looked at for contrast alone: it changes nothing but colours. What a failure
 * names is the rule, the element and what is wrong with it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  // Without motion there is no colour between two, which a change of scheme or a press would show for a moment.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violations(page, (axe) => axe.withTags(RULES)), `${page.url()} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await violations(page, (axe) => axe.withRules("color-contrast")), `${page.url()} in dark`).toEqual(
    [],
  );
}

async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  // Without frames to collect from, the legacy mode finds the same and opens no second page for it.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const found = await choose(axe).analyze();
  return found.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(
      ({ html, failureSummary }) => `${html} ${failureSummary?.split("\n").slice(1).join(" ")}`,
    ),
  }));
}
