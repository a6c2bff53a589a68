import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("Enter on an empty field does nothing", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-01.jpg", { people, program });
  await screen.page.keyboard.press("Enter");
  await screen.answer.pressSequentially("   ");
  await screen.page.keyboard.press("Enter");
  await expect(screen.picture).toBeVisible();
  expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");
  await screen.answer.fill("marble");
  await screen.page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
});

test("a double Enter answers one picture, never the next", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-01.jpg", { people, program });
  const first = await screen.shownPicture();
  const nextId = await program.send("word-02.png");
  // The next picture is held and decoded, out of sight and out of the accessibility tree.
  await expect.poll(() => screen.page.locator("img").count()).toBe(2);
  await expect(screen.picture).toHaveCount(1);

  await screen.answer.pressSequentially("marble");
  // Once held too long, and once more.
  await screen.page.keyboard.down("Enter");
  await screen.page.keyboard.down("Enter");
  await screen.page.keyboard.up("Enter");
  await screen.page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
  expect(await screen.shownPicture()).not.toBe(first);
  await expect(screen.answer).toHaveValue("");
  expect(await program.result(nextId)).toBe("CAPCHA_NOT_READY");
  await screen.solve("twenty");
  expect(await program.finalResult(nextId)).toBe("OK|twenty");
});

test("Enter that ends an input-method composition does not send", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-03.gif", { people, program });
  const keyboard = await screen.page.context().newCDPSession(screen.page);
  await keyboard.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await expect(screen.answer).toHaveValue("にほん");
  await screen.page.keyboard.press("Enter");
  await keyboard.send("Input.insertText", { text: "日本" });
  await expect(screen.answer).toHaveValue("日本");
  expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");
  await screen.page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|日本");
});

test("Esc passes the picture on to somebody else", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-04.png", { people, program });
  await screen.page.keyboard.press("Escape");
  await expect(screen.page.getByText("No picture right now")).toBeVisible();
  const other = await WorkScreen.open(await people.loggedIn("worker6@demo.test"));
  await other.solve("R7NKTH");
  expect(await program.finalResult(taskId)).toBe("OK|R7NKTH");
});

test("Alt+Z takes the last answer back and shows its text", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-05.jpg", { people, program });
  const picture = await screen.shownPicture();
  await screen.answer.pressSequentially("xantler");
  await screen.page.keyboard.press("Enter");
  await screen.page.keyboard.press("Alt+z");
  await expect(screen.page.getByText("Your last answer is back.")).toBeVisible();
  await expect(screen.answer).toHaveValue("xantler");
  expect(await screen.shownPicture()).toBe(picture);
  await screen.answer.fill("xanther");
  await screen.page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|xanther");
});

test("a key pauses, which gives the picture back and costs nothing, and resumes", async ({
  ledger,
  people,
  program,
}) => {
  const before = await ledger.balances("worker5@demo.test");
  const { screen, taskId } = await startWith("word-06.gif", { people, program });
  await screen.page.keyboard.press("F2");
  await expect(screen.page.getByText("Nothing is held for you, and pausing costs nothing.")).toBeVisible();
  await expect(screen.picture).toBeHidden();
  await expect.poll(() => ledger.holderOf(taskId)).toBeNull();
  await screen.page.keyboard.press("F2");
  await screen.solve("kettle");
  expect(await program.finalResult(taskId)).toBe("OK|kettle");
  expect((await ledger.balances("worker5@demo.test")).pendingMicros).toBeGreaterThan(before.pendingMicros);
});

test("zoom, invert and contrast stay for the next picture and after a reload", async ({
  people,
  program,
}) => {
  const { screen, taskId } = await startWith("word-07.png", { people, program });
  const plain = await look(screen);
  for (const key of ["Alt+Equal", "Alt+i", "Alt+c"]) await screen.page.keyboard.press(key);
  await expect(screen.button("Invert colours")).toHaveAttribute("aria-pressed", "true");
  await expect(screen.button("More contrast")).toHaveAttribute("aria-pressed", "true");
  const chosen = await look(screen);
  expect(chosen.filter).toBe("invert(1) contrast(1.75)");
  expect(chosen.widthPx).toBeCloseTo(2 * plain.widthPx, 0);

  await screen.solve("brighten");
  const nextId = await program.send("word-07.png");
  expect(await look(screen)).toEqual(chosen);
  await screen.page.reload();
  expect(await look(screen)).toEqual(chosen);
  await screen.solve("brighten");
  for (const id of [taskId, nextId]) expect(await program.finalResult(id)).toBe("OK|brighten");
});

test("a key can be given another meaning, but never one that is taken", async ({ people, program }) => {
  const { screen, taskId } = await startWith("word-08.png", { people, program });
  await screen.button("Keys").click();
  const sheet = screen.page.getByRole("dialog", { name: "Keys of the work screen" });
  await sheet.getByRole("button", { name: "Change the key for “Pass”" }).click();
  await screen.page.keyboard.press("F2");
  await expect(sheet.getByText("F2 already does “Pause or resume”. Press another key.")).toBeVisible();
  await screen.page.keyboard.press("F4");
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(screen.answer).toBeFocused();
  await screen.page.keyboard.press("Escape");
  await expect(screen.picture).toBeVisible();
  await screen.page.keyboard.press("F4");
  await expect(screen.picture).toBeHidden();
  const other = await WorkScreen.open(await people.loggedIn("worker6@demo.test"));
  await other.solve("HPMKTA");
  expect(await program.finalResult(taskId)).toBe("OK|HPMKTA");
});

type Fixtures = Pick<Parameters<Parameters<typeof test>[2]>[0], "people" | "program">;

/** A worker with one picture on the screen. */
async function startWith(sample: string, { people, program }: Fixtures) {
  const screen = await WorkScreen.open(await people.loggedIn("worker5@demo.test"));
  const taskId = await program.send(sample);
  await screen.lookAt();
  return { screen, taskId };
}

async function look(screen: WorkScreen): Promise<{ filter: string; widthPx: number }> {
  await expect(screen.picture).toBeVisible();
  return screen.picture.evaluate((picture) => ({
    filter: getComputedStyle(picture).filter,
    widthPx: Math.round(picture.getBoundingClientRect().width),
  }));
}
