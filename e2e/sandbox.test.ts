import { CustomerProgram } from "./customer-program";
import { expectAccessible } from "./expect-accessible";
import { demoKey, expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const CUSTOMER = "customer2@demo.test";

test("a customer sends a task to their own screen, solves it there, and pays nothing", async ({
  demo,
  ledger,
  people,
}) => {
  const page = await people.loggedIn(CUSTOMER);
  const program = new CustomerProgram(demo.url, demoKey(CUSTOMER));
  const before = await ledger.balances(CUSTOMER);
  const setSandbox = async (on: boolean) => {
    await page.goto("/app/settings");
    const choice = page.getByRole("checkbox", { name: /^Sandbox: send my tasks/ });
    await choice.setChecked(on);
    await page
      .getByRole("region", { name: "Who solves your tasks" })
      .getByRole("button", { name: "Save" })
      .click();
    await expect(page.getByText("Saved. It holds for tasks from now on.")).toBeVisible();
  };
  await setSandbox(true);
  try {
    await page.getByRole("link", { name: "Open your screen" }).click();
    const screen = WorkScreen.of(page);
    await screen.isConnected();
    // What is about workers is not said to a customer.
    await expect(page.getByText("Per active hour")).toHaveCount(0);
    await expect(page.getByText(/nobody knows yet|By what came lately/)).toHaveCount(0);
    const worker = await WorkScreen.open(await people.loggedIn("worker4@demo.test"));

    const taskId = await program.send("word-05.jpg");
    await screen.lookAt();
    await expect(worker.picture).toBeHidden();
    await expectAccessible(page);
    await screen.solve("xanther");
    expect(await program.finalResult(taskId)).toBe("OK|xanther");
    expect(await ledger.balances(CUSTOMER)).toEqual(before);

    await page.getByRole("link", { name: "Back to the overview" }).click();
    await expect(page).toHaveURL("/app");
  } finally {
    await setSandbox(false);
  }
});
