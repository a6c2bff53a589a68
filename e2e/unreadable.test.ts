import { encodePng } from "@sightline/domain/files/fixtures/encode-png";
import { noise } from "@sightline/domain/files/fixtures/noise";
import { POSTINGS } from "@sightline/domain/ledger/postings";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const READERS = ["worker@demo.test", "worker2@demo.test", "worker3@demo.test"];

test("what three workers cannot read is unsolvable and costs nothing", async ({
  ledger,
  people,
  program,
}) => {
  const customerBefore = await ledger.balances("customer@demo.test");
  const readersBefore = await Promise.all(READERS.map((email) => ledger.balances(email)));
  const taskId = await program.send(encodePng({ noise: noise(2_000) }));

  for (const email of READERS) {
    expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");
    const screen = await WorkScreen.open(await people.loggedIn(email));
    await screen.lookAt();
    await screen.button("Unreadable").click();
    await expect(screen.page.getByText("No picture right now")).toBeVisible();
  }

  expect(await program.finalResult(taskId)).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  expect(await ledger.balances("customer@demo.test")).toEqual(customerBefore);
  expect(await Promise.all(READERS.map((email) => ledger.balances(email)))).toEqual(readersBefore);
  expect((await ledger.movesOf(taskId)).map(({ posting }) => posting)).toEqual([
    POSTINGS.hold.code,
    POSTINGS.release.code,
  ]);

  const customer = await people.loggedIn("customer@demo.test");
  await customer.goto(`/app/tasks?task=${taskId}`);
  const panel = customer.getByRole("dialog");
  await expect(panel).toContainText("Unsolved");
  await expect(panel).toContainText("Not charged");
});

test("reported content ends the task for everybody, unpaid by the customer and paid to the worker", async ({
  ledger,
  people,
  program,
}) => {
  const customerBefore = await ledger.balances("customer@demo.test");
  const workerBefore = await ledger.balances("worker@demo.test");
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-05.jpg");
  await screen.lookAt();
  await screen.button("Report content").click();
  expect(await program.finalResult(taskId)).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  expect(await ledger.balances("customer@demo.test")).toEqual(customerBefore);
  const { pendingMicros } = await ledger.balances("worker@demo.test");
  expect(pendingMicros).toBeGreaterThan(workerBefore.pendingMicros);
});
