import { encodeMp3 } from "@sightline/domain/files/fixtures/encode-mp3";
import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { MarkedRegion } from "./marked-region";
import { WorkScreen } from "./work-screen";

const SIDES = { widthPx: 300, heightPx: 300 };
const picture = encodePng({ ...SIDES, noise: noise(20_000) });
const instructed = { textinstructions: "Everything that is red" };

test("a question, a grid and a rotation are answered by keys alone", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const { page } = screen;
  const { keyboard } = page;

  const question = await program.sendFields({ textcaptcha: "Which day comes after Friday?", lang: "en" });
  await expect(page.getByText("Which day comes after Friday?")).toBeVisible();
  await expectAccessible(page);
  await keyboard.type("saturday");
  await keyboard.press("Enter");
  expect(await program.finalResult(question)).toBe("OK|saturday");

  const grid = await program.send(picture, { recaptcha: 1, ...instructed });
  await screen.lookAt(page.getByRole("button", { name: "Cell 9" }));
  for (const key of ["9", "3", "5", "8", "5"]) await keyboard.press(key);
  await expect(page.getByRole("button", { name: "Cell 3" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
  await keyboard.press("Enter");
  expect(await program.finalResult(grid)).toBe("OK|click:3/8/9");

  const rotation = await program.send(picture, { method: "rotatecaptcha", angle: 30 });
  await screen.lookAt(page.getByRole("group", { name: "Task rotation" }));
  for (let turn = 0; turn < 3; turn++) await keyboard.press("ArrowRight");
  await keyboard.press("ArrowLeft");
  await expectAccessible(page);
  await keyboard.press("Enter");
  expect(await program.finalResult(rotation)).toBe("OK|60");
});

test("points, a drawing and a box are marked by pointer, to the pixel", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const { page } = screen;

  const points = await program.send(picture, { coordinatescaptcha: 1, max_clicks: 2 });
  const places = MarkedRegion.of(page, "Task points", SIDES);
  await screen.lookAt(places.region);
  await places.click(39, 59);
  await places.click(1, 1);
  await screen.button("Undo").click();
  await places.click(252, 72);
  await expectAccessible(page);
  await screen.button("Send").click();
  expect(await program.finalResult(points)).toBe("OK|coordinates:x=39,y=59;x=252,y=72");

  const drawing = await program.send(picture, { recaptcha: 1, canvas: 1, ...instructed });
  const canvas = MarkedRegion.of(page, "Task drawing", SIDES);
  await screen.lookAt(canvas.region);
  for (const [x, y] of [
    [5, 5],
    [30, 290],
    [200, 150],
  ] as const) {
    await canvas.click(x, y);
  }
  await screen.button("Close area").click();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  expect(await program.finalResult(drawing)).toBe("OK|canvas:5,5,30,290,200,150;");

  const body = picture.toString("base64");
  const box = await program.sendFields({ method: "bounding_box", image: body, ...instructed });
  const boxes = MarkedRegion.of(page, "Task boxes", SIDES);
  await screen.lookAt(boxes.region);
  await boxes.drag([200, 250], [40, 100]);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  expect(await program.finalResult(box)).toBe('OK|[{"xMin":40,"xMax":200,"yMin":100,"yMax":250}]');
});

test("a sound is played, played again, and typed", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const { page } = screen;
  const body = encodeMp3(60).toString("base64");
  const taskId = await program.sendFields({ method: "audio", lang: "en", body });
  const sound = page.getByRole("group", { name: "Task sound" });
  await sound.getByRole("button", { name: "Play" }).click();
  await sound.getByRole("button", { name: "From the start" }).click();
  await expectAccessible(page);
  await screen.answer.fill("five two seven");
  await screen.answer.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|five two seven");
});

test("Unreadable, Report content, Pause and Pass mean the same on every kind", async ({
  people,
  program,
}) => {
  const first = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const { page } = first;
  const points = await program.send(picture, { coordinatescaptcha: 1 });
  await first.lookAt(page.getByRole("group", { name: "Task points" }));
  await first.button("Unreadable").click();
  await expect(page.getByText("No picture right now")).toBeVisible();

  const drawing = await program.send(picture, { recaptcha: 1, canvas: 1, ...instructed });
  await first.lookAt(page.getByRole("group", { name: "Task drawing" }));
  await first.button("Report content").click();
  expect(await program.finalResult(drawing)).toBe("ERROR_CAPTCHA_UNSOLVABLE");

  const rotation = await program.send(picture, { method: "rotatecaptcha" });
  const turned = page.getByRole("group", { name: "Task rotation" });
  await first.lookAt(turned);
  await first.button("Pause").click();
  await expect(page.getByText("Nothing is held for you")).toBeVisible();
  expect(await program.result(rotation)).toBe("CAPCHA_NOT_READY");

  const second = await WorkScreen.open(await people.loggedIn("worker2@demo.test"));
  const places = MarkedRegion.of(second.page, "Task points", SIDES);
  await second.lookAt(places.region);
  await places.click(150, 150);
  await second.page.keyboard.press("Enter");
  expect(await program.finalResult(points)).toBe("OK|coordinates:x=150,y=150");
  const turnedBySecond = second.page.getByRole("group", { name: "Task rotation" });
  await second.lookAt(turnedBySecond);
  await first.button("Resume").click();
  await expect(page.getByText("No picture right now")).toBeVisible();
  await second.button("Pass").click();

  await first.lookAt(turned);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(await program.finalResult(rotation)).toBe("OK|40");
});
