import { POSTINGS } from "@sightline/domain/ledger/postings";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** What a browser logs about requests that a test lets fail. */
const FAILED_REQUEST = /net::ERR_|Failed to load resource|EventSource/;

test("a cut of the network during an answer loses neither a letter nor the answer", async ({
  faults,
  ledger,
  people,
  program,
}) => {
  faults.expect(FAILED_REQUEST);
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const before = await ledger.balances("worker@demo.test");
  const taskId = await program.send("word-06.gif");
  await expect(screen.picture).toBeVisible();
  await screen.answer.pressSequentially("ket");

  await screen.page.context().setOffline(true);
  await expect(screen.page.getByText("Reconnecting, your answers are kept")).toBeVisible();
  await screen.answer.pressSequentially("tle");
  await expect(screen.answer).toHaveValue("kettle");
  await screen.page.keyboard.press("Enter");
  await expect(screen.page.getByText("Reconnecting, your answers are kept (1 waiting)")).toBeVisible();
  expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");

  await screen.page.context().setOffline(false);
  await screen.isConnected();
  expect(await program.finalResult(taskId)).toBe("OK|kettle");
  const [, share] = await ledger.movesOf(taskId);
  const after = await ledger.balances("worker@demo.test");
  expect(after.pendingMicros - before.pendingMicros).toBe(share?.micros);
});

test("a server that is killed and comes back gets the answer once, with every letter", async ({
  demo,
  faults,
  ledger,
  people,
  program,
}) => {
  faults.expect(FAILED_REQUEST);
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-07.png");
  await expect(screen.picture).toBeVisible();
  await screen.answer.pressSequentially("brigh");

  await demo.kill();
  await expect(screen.page.getByText("Reconnecting, your answers are kept")).toBeVisible();
  await screen.answer.pressSequentially("ten");
  await expect(screen.answer).toHaveValue("brighten");
  await screen.page.keyboard.press("Enter");
  await expect(screen.page.getByText("Reconnecting, your answers are kept (1 waiting)")).toBeVisible();

  await demo.startAgain();
  await screen.isConnected();
  expect(await program.finalResult(taskId)).toBe("OK|brighten");
  expect((await ledger.movesOf(taskId)).map(({ posting }) => posting)).toEqual([
    POSTINGS.hold.code,
    POSTINGS.capture_share.code,
    POSTINGS.capture_fee.code,
  ]);
});

test("an answer that waits in the outbox outlives a reload without a connection", async ({
  demo,
  faults,
  people,
  program,
}) => {
  faults.expect(FAILED_REQUEST);
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-08.png");
  await expect(screen.picture).toBeVisible();
  await demo.kill();
  await screen.answer.pressSequentially("HPMKTA");
  await screen.page.keyboard.press("Enter");
  await expect(screen.page.getByText("(1 waiting)")).toBeVisible();
  await demo.startAgain();
  await screen.page.reload();
  await screen.isConnected();
  expect(await program.finalResult(taskId)).toBe("OK|HPMKTA");
});

test("a half-typed answer is still there after a reload", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("word-01.jpg");
  await expect(screen.picture).toBeVisible();
  await screen.answer.pressSequentially("mar");
  await screen.page.reload();
  await expect(screen.picture).toBeVisible();
  await expect(screen.answer).toHaveValue("mar");
  await expect(screen.answer).toBeFocused();
  await screen.page.keyboard.press("End");
  await screen.solve("ble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
});
