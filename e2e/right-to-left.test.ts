import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("an Arabic note and a Hebrew answer read from the right, in a page that reads from the left", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker3@demo.test"));
  const { page } = screen;
  const note = "اكتب الكلمة التي تراها.";
  const taskId = await program.send("word-03.gif", { lang: "he", textinstructions: note });
  await screen.lookAt();
  await expect(page.locator("bdi")).toHaveText(note);
  expect(await screen.answer.evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");
  await screen.answer.pressSequentially("abc");
  expect(await screen.answer.evaluate((field) => getComputedStyle(field).direction)).toBe("ltr");
  await screen.answer.fill("שלום");
  expect(await screen.answer.evaluate((field) => getComputedStyle(field).direction)).toBe("rtl");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|שלום");
});

test("a page that reads from the right is laid out from the right, and no wider than a phone", async ({
  people,
  program,
}) => {
  const page = await people.loggedIn("worker3@demo.test", { viewport: { width: 360, height: 740 } });
  const screen = await WorkScreen.open(page);
  const taskId = await program.send("word-04.png", { lang: "ar", textinstructions: "اكتب الكلمة" });
  await screen.lookAt();
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const left = async (name: string) => (await screen.button(name).boundingBox())?.x ?? 0;
  expect(await left("Keys")).toBeLessThan(await left("Sound when a picture arrives"));
  expect(await left("Unreadable")).toBeLessThan(await left("Pass"));
  const note = await page.locator("p", { has: page.locator("bdi") }).boundingBox();
  const field = await screen.answer.boundingBox();
  expect((note?.x ?? 0) + (note?.width ?? 0)).toBeCloseTo((field?.x ?? 0) + (field?.width ?? 0), 0);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
  }
  await expectAccessible(page);
  await screen.solve("R7NKTH");
  expect(await program.finalResult(taskId)).toBe("OK|R7NKTH");
});
