import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** 30 s of lease, 2 s of grace for the network, and what a busy machine needs to notice. */
const LEASE_OVER_MS_MAX = 45_000;

test("a lease that runs out leaves the typed text and gives the picture to somebody else", async ({
  ledger,
  people,
  program,
}) => {
  test.setTimeout(90_000);
  const slow = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const slowBefore = await ledger.balances("worker@demo.test");
  const taskId = await program.send("plate-02.jpg");
  await expect(slow.picture).toBeVisible();
  const picture = await slow.shownPicture();
  await slow.answer.pressSequentially("half of it");
  const quick = await WorkScreen.open(await people.loggedIn("worker2@demo.test"));
  await expect(quick.picture).toBeHidden();

  await expect(slow.page.getByText("“half of it” expired, not counted against you.")).toBeVisible({
    timeout: LEASE_OVER_MS_MAX,
  });
  await expect(slow.picture).toBeHidden();
  await expect(slow.answer).toHaveValue("half of it");

  expect(await quick.shownPicture()).toBe(picture);
  await quick.solve("all of it");
  expect(await program.finalResult(taskId)).toBe("OK|all of it");
  expect(await ledger.balances("worker@demo.test")).toEqual(slowBefore);
});

test("closing the page gives the picture back within seconds", async ({ people, program }) => {
  const first = await WorkScreen.open(await people.loggedIn("worker3@demo.test"));
  const taskId = await program.send("house-02.jpg");
  await expect(first.picture).toBeVisible();
  const second = await WorkScreen.open(await people.loggedIn("worker4@demo.test"));
  await first.page.close();
  await second.solve("17");
  expect(await program.finalResult(taskId)).toBe("OK|17");
});
