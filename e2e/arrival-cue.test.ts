import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("who is elsewhere is called by the title; who wants it hears one tone when a wait ends, and no more", async ({
  people,
  program,
}) => {
  const page = await people.loggedIn("worker4@demo.test");
  await page.addInitScript(() => {
    let cues = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      cues += 1;
      document.documentElement.dataset.cues = String(cues);
      start.call(this, when);
    };
  });
  const screen = await WorkScreen.open(page);
  const html = page.locator("html");
  const sound = screen.button("Sound when a picture arrives");
  await expect(sound).toHaveAttribute("aria-pressed", "false");
  await sound.focus();
  await page.keyboard.press("Enter");
  // Switching it on plays it once, so that one knows what to listen for.
  await expect(sound).toHaveAttribute("aria-pressed", "true");
  await expect(html).toHaveAttribute("data-cues", "1");
  await expectAccessible(page);

  await look(page, false);
  await expect(page).toHaveTitle(/^Work · /);
  const first = await program.send("word-06.gif");
  await expect(page).toHaveTitle(/^● A picture is waiting · /);
  await expect(html).toHaveAttribute("data-cues", "2");
  await look(page, true);
  await expect(page).toHaveTitle(/^Work · /);

  const second = await program.send("word-07.png");
  await expect.poll(() => page.locator("img").count()).toBe(2);
  await screen.lookAt();
  await screen.solve("kettle");
  await screen.lookAt();
  // It followed another one: nobody waited for it.
  await expect(html).toHaveAttribute("data-cues", "2");
  await screen.solve("brighten");
  expect(await program.finalResult(first)).toBe("OK|kettle");
  expect(await program.finalResult(second)).toBe("OK|brighten");

  await page.reload();
  await expect(sound).toHaveAttribute("aria-pressed", "true");
});

/** As if the person looked at another tab, or came back. */
async function look(page: Page, isHere: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !isHere);
}
