import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a customer sees a task in the charts, reads the table behind one, and keeps the choice in the address", async ({
  people,
  program,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker6@demo.test"));
  const taskId = await program.send("plate-02.jpg");
  await worker.solve("a plate");
  await program.finalResult(taskId);

  const page = await people.loggedIn("customer@demo.test");
  // The customer's other journeys send other kinds, so that this one is not always among the largest.
  await page.goto("/app?kind=image");
  const volume = page.getByRole("figure", { name: "Tasks that ended" });
  await expect(volume.getByRole("img", { name: /^Image to text [1-9]/ })).toBeVisible();
  await expectAccessible(page);
  await volume.getByRole("button", { name: "Table" }).click();
  await expect(volume.getByRole("table", { name: "Tasks that ended" }).getByRole("row").nth(1)).toContainText(
    /[1-9]/,
  );
  await expectAccessible(page);

  await page.getByRole("button", { name: /^24 hours/ }).click();
  await page.getByRole("option", { name: "30 days" }).click();
  await expect(page).toHaveURL("/app?span=month&kind=image");
  await page.getByRole("button", { name: /^Image to text/ }).click();
  await page.getByRole("option", { name: "FunCaptcha" }).click();
  await expect(page).toHaveURL("/app?span=month&kind=funcaptcha");
  // Other journeys may have sent challenges of this kind, but none of them is a picture.
  await expect(page.getByRole("img", { name: /^Image to text/ })).toHaveCount(0);
});
