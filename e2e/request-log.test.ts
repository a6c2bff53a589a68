import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a customer follows a call from the log to its task and back, and copies it as curl", async ({
  people,
  program,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/log");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Request log");

  const taskId = await program.send("plate-03.jpg");
  await page.getByRole("searchbox", { name: "Task number" }).fill(String(taskId));
  // Nobody reloads: the log is live.
  await expect(page.getByRole("button", { name: "POST /in.php" })).toHaveCount(1);
  await worker.solve("a plate");
  await program.finalResult(taskId);
  await expect(page.getByRole("button", { name: "/res.php" }).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "POST /in.php" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText(`OK|${taskId}`);
  await expect(panel.getByRole("region", { name: "curl command" })).toContainText("key=YOUR_API_KEY");
  await expect(panel.getByRole("img", { name: "Picture that was sent" })).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole("link", { name: `Open task ${taskId}` }).click();
  const task = page.getByRole("dialog", { name: `Task ${taskId}` });
  for (const step of ["Accepted", "Handed to a worker", "Answered", "Fetched by your program"]) {
    await expect(task.getByText(step).first()).toBeVisible();
  }
  await expectAccessible(page);
  await task.getByRole("link", { name: "All calls of this task" }).click();
  await expect(page).toHaveURL(`/app/log?task=${taskId}`);
});

test("the log's filters stand in the address", async ({ people, program }) => {
  await program.balance();
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/log?task=999");
  await expect(page.getByText("No call fits")).toBeVisible();
  await page.getByRole("button", { name: "Show all calls" }).click();
  await expect(page).toHaveURL("/app/log");
  await page.getByRole("button", { name: "Address" }).click();
  await page.getByRole("option", { name: "/res.php" }).click();
  await expect(page).toHaveURL(/address=%2Fres.php/);
  await expect(page.getByRole("button", { name: "/res.php" }).first()).toBeVisible();
});
