import { openPool } from "@sightline/db/database";
import { CONNECT_MS } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("two on one case, and a verdict after the time for it: each is told, and nothing is half done", async ({
  demo,
  faults,
  ledger,
  people,
  program,
}) => {
  faults.expect(/409 \(Conflict\)/);
  const screen = await WorkScreen.open(await people.loggedIn("worker8@demo.test"));
  const taskId = await program.send("plate-03.jpg");
  await screen.solve("GUESSED 1");
  await program.finalResult(taskId);
  await screen.page.close();
  expect(await program.reportBad(taskId)).toBe("OK_REPORT_RECORDED");
  const before = await ledger.balances("customer@demo.test");

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/queue");
  await moderator
    .getByRole("row", { name: new RegExp(`task:${taskId}`) })
    .getByRole("button")
    .click();
  await moderator.getByLabel("What do you read?").fill("READ 1");
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByText("The worker answered")).toBeVisible();

  // A second one who follows a link to it is told who has it.
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto(new URL(moderator.url()).pathname + new URL(moderator.url()).search);
  await expect(admin.getByText("This case cannot be opened")).toBeVisible();
  await expect(admin.getByText(/moderator@demo\.test|somebody else|Somebody else/i).first()).toBeVisible();
  await expectAccessible(admin);

  // The moderator's time runs out in the database, as it does after five minutes away.
  const pool = openPool(demo.databaseUrl, {
    max: 1,
    applicationName: "sightline-journeys",
    connectTimeoutMs: CONNECT_MS,
  });
  try {
    await pool.query(
      "update moderation_case set claimed_until = claimed_until - interval '1 hour' where task_id = $1",
      [taskId],
    );
  } finally {
    await pool.end();
  }
  await moderator.keyboard.press("r");
  await expect(moderator.getByText(/Your time for this case has run out/)).toBeVisible();
  await expectAccessible(moderator);
  expect(await ledger.balances("customer@demo.test")).toEqual(before);

  // Now the second one may have it, and the first is told that they hold it no more.
  await admin.reload();
  await expect(admin.getByLabel("What do you read?")).toBeVisible();
  await moderator.keyboard.press("r");
  await expect(moderator.getByText(/somebody else took it/)).toBeVisible();
  await admin.getByLabel("What do you read?").fill("READ 1");
  await admin.keyboard.press("Enter");
  await expect(admin.getByText("The worker answered")).toBeVisible();
  await admin.keyboard.press("r");
  await expect(admin.getByText(/decided\.|second reader/)).toBeVisible();
  expect(await ledger.balances("customer@demo.test")).toEqual(before);
});
