import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const READERS = ["worker6@demo.test", "worker7@demo.test", "worker8@demo.test"];

test("a picture that nobody can read three times is refused, its customer sees it, and staff lift that", async ({
  people,
  program,
}) => {
  test.slow();
  const picture = encodePng({ noise: noise(2_000) });
  const screens = await Promise.all(
    READERS.map(async (email) => WorkScreen.open(await people.loggedIn(email))),
  );
  let taskId = 0;
  for (let round = 0; round < 3; round++) {
    taskId = await program.send(picture);
    await Promise.all(
      screens.map(async (screen) => {
        await screen.lookAt();
        await screen.button("Unreadable").click();
        await expect(screen.picture).toHaveCount(0);
      }),
    );
    expect(await program.finalResult(taskId)).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  }

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/images");
  const blocks = moderator.getByRole("region", { name: "Blocks", exact: true });
  const block = blocks.getByRole("row", { name: /customer@demo.test.*Holds/ });
  await expect(block).toBeVisible();
  await expectAccessible(moderator);

  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto("/app/unrecognisable");
  await expect(customer.getByRole("row", { name: new RegExp(String(taskId)) })).toContainText("Refused");
  await expect(customer.getByRole("img", { name: `Picture of task ${taskId}` })).toBeVisible();
  await expectAccessible(customer);
  expect(await program.post(picture)).toBe("ERROR_CAPTCHAIMAGE_BLOCKED");

  await block.getByRole("button", { name: /^Lift block/ }).click();
  const dialog = moderator.getByRole("dialog", { name: "Lift this block?" });
  await dialog.getByLabel("Reason").fill("Noise was what they wanted to send.");
  await expectAccessible(moderator);
  await dialog.getByRole("button", { name: "Lift" }).click();
  await expect(moderator.getByText("Lifted", { exact: true })).toBeVisible();
  // Lifted, it is proposed among those that look alike, and a new block says beforehand what it would have refused.
  await moderator.getByRole("button", { name: `Block the picture of task ${taskId}` }).click();
  const blocking = moderator.getByRole("dialog", { name: "Block this picture?" });
  const effect = blocking.getByRole("region", { name: "It would have refused in the last 24 hours" });
  await expect(effect).toContainText(/[1-9]\d* of the last \d+/);
  await blocking.getByText("For every account, not only this one").click();
  await expectAccessible(moderator);
  await blocking.getByRole("button", { name: "Cancel" }).click();
  const again = await program.send(picture);
  const [first, ...others] = screens;
  for (const screen of others) await screen.page.close();
  await first?.solve("noise");
  expect(await program.finalResult(again)).toBe("OK|noise");
});
