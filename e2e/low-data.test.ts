import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** Too large to travel in an event, so it has an address. */
const large = (height: number) => encodePng({ widthPx: 300, heightPx: height, noise: noise(60_000) });

test("with low data, large pictures come lighter and not ahead of their turn", async ({
  people,
  program,
}) => {
  const page = await people.loggedIn("worker4@demo.test");
  await page.goto("/work/settings");
  const choice = page.getByRole("checkbox", { name: "Load little on this device" });
  await expect(choice).not.toBeChecked();
  await choice.focus();
  await page.keyboard.press("Space");
  await expect(choice).toBeChecked();
  await expectAccessible(page);

  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/lease-picture/")) asked.push(new URL(request.url()).search);
  });
  const screen = await WorkScreen.open(page);
  const first = await program.send(large(160));
  await screen.lookAt();
  await expect.poll(() => asked).toEqual(["?light"]);
  const second = await program.send(large(170));
  // The next one is held, and not asked for.
  await expect.poll(() => page.locator("img").count()).toBe(2);
  expect(await page.locator("img").last().getAttribute("src")).toBeNull();
  expect(asked).toHaveLength(1);
  await screen.solve("one");
  await expect.poll(() => asked).toEqual(["?light", "?light"]);
  await screen.lookAt();
  await screen.solve("two");
  expect([await program.finalResult(first), await program.finalResult(second)]).toEqual(["OK|one", "OK|two"]);
});
