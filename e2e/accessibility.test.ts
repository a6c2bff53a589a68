import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test.describe.configure({ timeout: 120_000 });

test("the public pages are accessible", async ({ people }) => {
  const page = await people.visitor();
  for (const path of ["/", "/login", "/signup", "/policy", "/opt-out", "/signup#invitation=none"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto("/login");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByText("Enter your password")).toBeVisible();
  await expectAccessible(page);
});

test("the work screen is accessible in every state", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const { page } = screen;
  await expectAccessible(page);

  const second = await page.context().newPage();
  await second.goto("/work");
  await expect(second.getByText("You are working in another tab")).toBeVisible();
  await expectAccessible(second);
  await second.close();

  const hints = { numeric: 1, min_len: 5, textinstructions: "Only the digits in the red frame" };
  const taskId = await program.send("meter-02.jpg", hints);
  const nextId = await program.send("word-01.jpg");
  await expect(screen.picture).toBeVisible();
  await screen.answer.fill("not digits");
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await screen.button("Larger").click();
  await expectAccessible(page);
  await screen.button("Keys").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await screen.answer.fill("12345");
  await screen.answer.press("Enter");
  await expectAccessible(page);
  await screen.solve("marble");
  await screen.button("Pause").click();
  await expectAccessible(page);
  expect(await program.finalResult(taskId)).toBe("OK|12345");
  expect(await program.finalResult(nextId)).toBe("OK|marble");
});

test("the customer's pages are accessible", async ({ people, program }) => {
  const worker = await WorkScreen.open(await people.loggedIn("worker2@demo.test"));
  const taskId = await program.send("plate-06.jpg");
  await worker.solve("DEL 4093 V");
  await program.finalResult(taskId);

  const page = await people.loggedIn("customer@demo.test");
  for (const path of ["/app", "/app/tasks", "/app/keys", "/app/settings"]) {
    await openPage(page, path);
    await expectAccessible(page);
  }
  await openPage(page, "/app/tasks");
  await page.getByRole("button", { name: "State" }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Columns" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: String(taskId) }).click();
  await expect(page.getByRole("dialog")).toContainText("DEL 4093 V");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await openPage(page, "/app/keys");
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Programs of the cellar");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await expect(page.getByRole("button", { name: "I have stored it" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Revoke key Programs of the cellar" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Revoke/ })
    .click();
  await expect(page.getByText("The key is revoked.")).toBeVisible();
  await expectAccessible(page);
});

test("the staff's pages are accessible", async ({ people, program }) => {
  const page = await people.loggedIn("admin@demo.test");
  for (const path of [
    "/staff/queue",
    "/staff/floor",
    "/staff/glyphs",
    "/staff/accounts",
    "/staff/prices",
    "/staff/audit",
    "/staff/settings",
  ]) {
    await openPage(page, path);
    await expectAccessible(page);
  }
  const taskId = await program.send("house-05.jpg");
  await openPage(page, "/staff/floor");
  await page.getByRole("button", { name: String(taskId) }).click();
  await expect(page.getByRole("dialog")).toContainText("Image to text");
  await expectAccessible(page);
  await (await WorkScreen.open(await people.loggedIn("worker3@demo.test"))).solve("8");
  await program.finalResult(taskId);

  await openPage(page, "/staff/accounts");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Go to or do" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys of this page" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite staff" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "customer@demo.test" }).click();
  await expect(page.getByRole("dialog")).toContainText("Deposit by hand");
  await expectAccessible(page);
});

test("pages that say no are accessible", async ({ people }) => {
  const page = await people.loggedIn("worker@demo.test");
  await page.goto("/staff/queue");
  await expectAccessible(page);
  await page.goto("/app/nothing-here");
  await expectAccessible(page);
});

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
}
