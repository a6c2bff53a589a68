import type { Page } from "@playwright/test";
import { LIMITS } from "@sightline/contract/limits";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

test("with nothing but a keyboard a person logs in, solves and logs out", async ({ people, program }) => {
  const page = await people.visitor();
  await page.goto("/work");
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByLabel("Email")).toBeFocused();
  await page.keyboard.type("worker8@demo.test");
  await page.keyboard.press("Tab");
  await page.keyboard.type("demo-password");
  await page.keyboard.press("Enter");
  const screen = WorkScreen.of(page);
  await screen.isConnected();
  const taskId = await program.send("plate-04.jpg");
  await expect(screen.picture).toBeVisible();
  await page.keyboard.type("BN 55 OL");
  await page.keyboard.press("Enter");
  expect(await program.finalResult(taskId)).toBe("OK|BN 55 OL");

  const account = page.getByRole("button", { name: "Account of worker8@demo.test" });
  await tabTo(page, () => account.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Log out" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/login");
});

test("a wrong password and an unknown address get the same words", async ({ people }) => {
  const page = await people.visitor();
  for (const email of ["worker9@demo.test", "nobody@example.org"]) {
    await page.goto("/login");
    await logIn(page, email, "not the password");
    await expect(page.getByRole("alert")).toContainText("Email or password is wrong.");
    await expect(page.getByLabel("Email")).toHaveValue(email);
  }
});

test("after too many wrong passwords not even the right one is let in", async ({ people }) => {
  const page = await people.visitor();
  const data = {
    email: "guessed@example.org",
    password: "the right password",
    name: "Guessed",
    role: "customer",
    acceptedPolicyVersion: 1,
  };
  expect((await page.request.post("/trpc/session.signUp", { data })).ok()).toBe(true);
  await page.context().clearCookies();
  for (let guess = 0; guess < LIMITS.log_in_attempts_account.max; guess++) {
    await page.request.post("/trpc/session.logIn", {
      data: { email: data.email, password: `guess ${guess}` },
    });
  }
  await page.goto("/login");
  await logIn(page, data.email, data.password);
  await expect(page.getByRole("alert")).toContainText(/Too many attempts\. Try again in \d+ minutes?\./);
});

test("ending another session ends it, at once", async ({ people }) => {
  const here = await people.loggedIn("moderator@demo.test");
  const there = await people.loggedIn("moderator@demo.test", {
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await there.goto("/staff/accounts");
  await expect(there.getByRole("heading", { level: 1 })).toHaveText("Accounts");
  await here.goto("/staff/settings");
  await here.getByRole("button", { name: "End session on Firefox, Linux" }).click();
  await expect(here.getByText("The session has ended.")).toBeVisible();
  await expect(here.getByRole("button", { name: "End session on Firefox, Linux" })).toHaveCount(0);
  await there.reload();
  await expect(there).toHaveURL(/\/login\?next=/);
});

test("a page of another role says whose it is and leads to one's own", async ({ people }) => {
  const page = await people.loggedIn("worker@demo.test");
  for (const path of ["/app", "/staff/accounts"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^This page is for/);
  }
  await page.getByRole("link", { name: "Go to your own pages" }).click();
  await expect(page).toHaveURL("/work");
});

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}
