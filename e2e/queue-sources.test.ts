import { openPool } from "@sightline/db/database";
import { CONNECT_MS } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test.describe.configure({ timeout: 90_000 });

test("a first site comes into the queue when it is proved, a moderator approves it, and its owner hears of it", async ({
  people,
  demo,
  faults,
}) => {
  // What speaks for another verdict is refused with a status, which the browser logs.
  faults.expect(/409 \(Conflict\).*moderation\.decide/);
  // The demo's stand-in for DNS has one record, of a name that nobody can add: as if this owner had published it.
  const pool = openPool(demo.databaseUrl, {
    max: 1,
    applicationName: "sightline-journeys",
    connectTimeoutMs: CONNECT_MS,
  });
  const { rows } = await pool.query<{ id: number }>(
    `insert into site (account_id, host, token, created_at)
     select account_id, 'demo.test', 'sightline-site=demo', now() from auth_user where email = 'customer2@demo.test'
     returning id`,
  );
  await pool.end();
  const owner = await people.loggedIn("customer2@demo.test");
  await owner.goto("/app/sites");
  await owner
    .getByRole("row", { name: /demo\.test/ })
    .getByRole("button")
    .click();
  const panel = owner.getByRole("dialog", { name: "demo.test" });
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByText("Waits for staff")).toBeVisible();

  const moderator = await people.loggedIn("moderator@demo.test");
  await moderator.goto("/staff/queue");
  const row = moderator.getByRole("row", { name: new RegExp(`New site.*site:${rows[0]?.id}`) });
  await row.getByRole("button").click();
  await expect(moderator.getByText("waits for this decision")).toBeVisible();
  await expect(moderator.getByText("version 1 accepted")).toBeVisible();
  await expect(moderator.getByRole("button", { name: /^Approve: its challenges are taken/ })).toBeVisible();
  await expectAccessible(moderator);
  await moderator.keyboard.press("r");
  await expect(moderator.getByText(/speaks for another verdict/)).toBeVisible();
  await moderator.keyboard.press("a");
  await expect(moderator.getByText(/^Case \d+ is decided\./)).toBeVisible();

  // The verdict is carried out when it can't be undone any more.
  await expect(async () => {
    await owner.reload();
    await expect(panel.getByText("Verified", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await panel.getByRole("button", { name: "Remove demo.test" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Remove demo.test" }).click();
  await expect(owner.getByRole("row", { name: /demo\.test/ })).toHaveCount(0);
  await owner.getByRole("button", { name: /[Nn]otice/ }).click();
  await expect(owner.getByText("demo.test is approved").first()).toBeVisible();
});
