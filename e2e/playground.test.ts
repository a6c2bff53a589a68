import { expectAccessible } from "./expect-accessible";
import { demoKey, expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("a picture is sent from the playground and its answer watched, with the code beside it", async ({
  people,
}) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/playground");
  await page.getByRole("button", { name: "Use a sample" }).click();
  await expect(page.getByRole("img", { name: "The picture that is sent" })).toBeVisible();
  await page.getByLabel("API key").fill("not a key");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("A key has 32 symbols")).toBeVisible();
  await page.getByLabel("API key").fill(demoKey("customer@demo.test"));
  await page.getByLabel("Instructions for the worker").fill("All letters");
  await expect(page.getByRole("region", { name: "The request in curl" })).toContainText("All letters");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/A person is at it/)).toBeVisible();
  await worker.solve("W7K2P");
  await expect(page.getByText("W7K2P")).toBeVisible();
  await expect(page.getByRole("link", { name: "What happened to the task" })).toBeVisible();
  await expectAccessible(page);
});

test("with the test key the answer is fixed and no person is asked, and the code holds that key", async ({
  people,
}) => {
  const page = await people.loggedIn("customer2@demo.test");
  await page.goto("/app/playground");
  await expect(page.getByText(/^Test mode:/)).toBeVisible();
  await expect(page.getByLabel("API key")).toHaveValue(/^7e57[0-9a-f]{28}$/);
  const key = await page.getByLabel("API key").inputValue();
  const code = page.getByRole("region", { name: "The request in curl" });
  await expect(code).toContainText(`key=${key}`);
  await page.getByRole("button", { name: "Use a sample" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("W7K2P")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "What happened to the task" }).click();
  await expect(page.getByText("Sent with a test key")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/app/keys");
  await expect(page.getByRole("region", { name: "Your test key" })).toContainText(key);
  await expectAccessible(page);
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Pictures, answers and errors of test mode" }).click();
  const docs = await opened;
  await expect(docs.getByRole("heading", { level: 1 })).toHaveText("Test mode");
  await expectAccessible(docs);
});
