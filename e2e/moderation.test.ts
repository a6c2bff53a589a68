import type { Page } from "@playwright/test";
import { encodeMp3 } from "@sightline/domain/files/fixtures/encode-mp3";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a moderator decides a bad report blind first, by keys, and both sides hear why", async ({
  ledger,
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker4@demo.test"));
  const taskId = await program.send("plate-05.jpg");
  await screen.solve("CRG 7747");
  await program.finalResult(taskId);
  const before = await ledger.balances("customer@demo.test");
  expect(await program.reportBad(taskId)).toBe("OK_REPORT_RECORDED");

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff");
  await expect(moderator.getByRole("row", { name: new RegExp(`task:${taskId}`) })).toContainText(
    "Bad report",
  );
  await expectAccessible(moderator);
  await moderator
    .getByRole("row", { name: new RegExp(`task:${taskId}`) })
    .getByRole("button")
    .click();
  await expect(moderator.getByRole("img", { name: "Picture of the case" })).toBeVisible();
  await expect(moderator.getByText("CRG 7747")).toHaveCount(0);
  await expectAccessible(moderator);
  await decide(moderator);
  await expect(moderator.getByText(/decided\.|second reader/)).toBeVisible();
  if (await moderator.getByText("second reader").isVisible()) {
    const admin = await people.loggedIn("admin@demo.test");
    await admin.goto("/staff/queue");
    await admin
      .getByRole("row", { name: new RegExp(`task:${taskId}`) })
      .getByRole("button")
      .click();
    await decide(admin);
  }

  await expect
    .poll(
      async () => (await ledger.balances("customer@demo.test")).availableMicros - before.availableMicros,
      {
        timeout: 15_000,
      },
    )
    .toBe(200);
  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto("/app");
  await customer.getByRole("button", { name: /[Nn]otice/ }).click();
  await expect(customer.getByText(`Your report of task ${taskId}: accepted`)).toBeVisible();
});

test("a moderator who decides about a sound hears it", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker6@demo.test"));
  const body = encodeMp3(60).toString("base64");
  const taskId = await program.sendFields({ method: "audio", lang: "en", body });
  await expect(screen.page.getByRole("group", { name: "Task sound" })).toBeVisible();
  await screen.answer.fill("five two eight");
  await screen.answer.press("Enter");
  await program.finalResult(taskId);
  await screen.page.close();
  expect(await program.reportBad(taskId)).toBe("OK_REPORT_RECORDED");

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/queue");
  await moderator
    .getByRole("row", { name: new RegExp(`task:${taskId}`) })
    .getByRole("button")
    .click();
  const sound = moderator.getByLabel("Sound of the case");
  await expect(sound).toBeVisible();
  await expect
    .poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.duration), "it can be played")
    .toBeGreaterThan(0);
  await expectAccessible(moderator);
});

test("a verdict can be taken back, and nothing has happened", async ({ people, program, ledger }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker5@demo.test"));
  const taskId = await program.send("word-01.jpg");
  await screen.solve("marble");
  await program.finalResult(taskId);
  await program.reportBad(taskId);
  const before = await ledger.balances("customer@demo.test");

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/queue");
  await admin
    .getByRole("row", { name: new RegExp(`task:${taskId}`) })
    .getByRole("button")
    .click();
  await decide(admin);
  await admin.getByRole("button", { name: /^Undo/ }).click();
  await expect(admin.getByText("The verdict is taken back.")).toBeVisible();
  await expect(admin.getByText("The worker answered")).toBeVisible();
  expect(await ledger.balances("customer@demo.test")).toEqual(before);
  await admin.keyboard.press("r");
  await expect(admin.getByText(/decided\.|second reader/)).toBeVisible();
});

/** Types an own reading, then gives the verdict that the customer was right, taking nothing from the worker. */
async function decide(page: Page): Promise<void> {
  await page.getByLabel("What do you read?").fill("CRG 7741");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The worker answered")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /^Accept: refund 0.000200 USD/ })).toBeVisible();
  await page.keyboard.press("a");
}
