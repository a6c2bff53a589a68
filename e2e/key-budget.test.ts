import { CustomerProgram } from "./customer-program";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a customer gives a key a budget, is refused beyond it in its words, raises it, and sees what is spent", async ({
  people,
  demo,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/keys");
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Pocket money");
  await dialog.getByText("What it may do, from where, how much and how long").click();
  await dialog.getByLabel("Budget a day").fill("plenty");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("Write an amount such as 2.50, or leave it empty.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Budget a day").fill("0.000001");
  await dialog.getByRole("button", { name: "Create key" }).click();
  const program = new CustomerProgram(demo.url, (await dialog.locator("code").textContent()) ?? "");
  await page.getByRole("button", { name: "I have stored it" }).click();
  expect(await program.post("plate-04.jpg")).toBe("ERROR_ZERO_BALANCE");
  expect(await program.post("plate-04.jpg", { json: 1 })).toContain(
    "This key's budget of 0.000001 USD a day",
  );

  await page.getByRole("button", { name: "Pocket money", exact: true }).click();
  await expect(dialog).toContainText(/Today \(UTC\): 0\.0+ USD of 0\.000001 USD/);
  await dialog.getByRole("button", { name: "Change" }).click();
  const change = page.getByRole("dialog", { name: "Change “Pocket money”" });
  await change.getByLabel("Budget a day").fill("1");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The key is changed.")).toBeVisible();
  const taskId = await program.send("plate-04.jpg");
  await worker.solve("a plate");
  expect(await program.finalResult(taskId)).toBe("OK|a plate");
  await expect(dialog).toContainText(/Today \(UTC\): 0\.0*[1-9]\d* USD of 1\.0+ USD/);
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revoke key Pocket money" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await expect(page.getByText("The key is revoked.")).toBeVisible();
});
