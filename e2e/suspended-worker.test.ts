import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { openPool } from "@sightline/db/database";
import { CONNECT_MS } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

const PASSWORD = "a password of some words";
const EVIDENCE = "60 answers of one kind in 7 days took equally long within 3 %.";
const REASON = "It looks as if a program answers for you.";

test("a worker whose pace looks like a script's is suspended by a person, reads the evidence, and is back", async ({
  demo,
  ledger,
  people,
}) => {
  const email = `even-${Date.now()}@example.org`;
  const worker = await people.visitor();
  await worker.goto("/signup");
  await worker.getByRole("radio", { name: "Read images" }).check();
  await worker.getByLabel("Name").fill("Even");
  await worker.getByLabel("Email").fill(email);
  await worker.getByLabel("Password").fill(PASSWORD);
  await worker.getByRole("checkbox").check();
  await worker.getByRole("button", { name: "Sign up" }).click();
  await expect(worker).toHaveURL("/work");
  await worker.goto("/work/settings");
  const workerId = await ledger.accountId(email);
  await notePace(demo.databaseUrl, workerId);

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto(`/staff/accounts?account=${workerId}`);
  const form = admin.getByRole("region", { name: "Suspension" });
  await form.getByRole("textbox", { name: "Reason, as its holder reads it" }).fill(REASON);
  await form.getByRole("checkbox", { name: EVIDENCE }).check();
  await expectAccessible(admin);
  await form.getByRole("button", { name: "Suspend this account" }).click();
  await expect(admin.getByText("The account is suspended.")).toBeVisible();

  await worker.goto("/work/score");
  const main = worker.getByRole("main");
  await expect(main).toContainText(REASON);
  await expect(main).toContainText(EVIDENCE);
  await expectAccessible(worker);
  await expect(main.getByRole("textbox", { name: "Your appeal" })).toBeVisible();

  await form.getByRole("textbox", { name: "Reason, as its holder reads it" }).fill("Looked at again.");
  await form.getByRole("button", { name: "Lift the suspension" }).click();
  await expect(admin.getByText("The suspension is lifted.")).toBeVisible();
  await worker.goto("/work");
  await expect(worker.getByText("Connected", { exact: true })).toBeVisible();
});

/** As if sixty pictures had each been answered within three seconds, give or take a tenth. */
async function notePace(databaseUrl: string, workerId: number): Promise<void> {
  const pool = openPool(databaseUrl, {
    max: 1,
    applicationName: "sightline-journeys",
    connectTimeoutMs: CONNECT_MS,
  });
  const took = [60, 60 * 3_000, 60 * (3_000 ** 2 + 100 ** 2)];
  await pool.query(
    `insert into worker_pace (worker_id, kind, day, steps, passed, unreadable, reported, leases_ended, timed, timed_ms,
       timed_squares) values ($1, $2, current_date, '{0,0,0,60,0,0,0,0}', 0, 0, 0, 0, $3, $4, $5)`,
    [workerId, TASK_KINDS.image.number, ...took],
  );
  await pool.end();
}
