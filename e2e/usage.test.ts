import { readFile } from "node:fs/promises";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a customer sees the day's usage and saves all tasks as a file, whatever page is open meanwhile", async ({
  people,
  program,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker7@demo.test"));
  const taskId = await program.send("plate-04.jpg");
  await worker.solve("a plate");
  await program.finalResult(taskId);

  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/usage");
  const table = page.getByRole("table", { name: "Usage by day and kind" });
  await expect(table.getByRole("row", { name: /Image to text/ }).first()).toBeVisible();
  await expectAccessible(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make the file" }).click();
  await page.getByRole("link", { name: "Limits" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Limits");
  const text = await readFile(await (await saved).path(), "utf8");
  expect(text).toContain(`"${taskId}","image","answered","a plate"`);
  await page.getByRole("link", { name: "Usage" }).click();
  await expect(page.getByText(/^The file with \d+ tasks is saved/)).toBeVisible();
  await expectAccessible(page);
});
