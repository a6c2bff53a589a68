import type { Locator, Page } from "@playwright/test";
import { CustomerProgram } from "./customer-program";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const PASSWORD = "a password of some words";
const API_KEY = /^[0-9a-f]{32}$/;

test("a new customer gets a key once, is refused without money, and is served after a deposit by hand", async ({
  demo,
  people,
}) => {
  const customer = await people.visitor();
  await signUp(customer, { role: "Send images", name: "Ann Example", email: "ann@example.org" });
  await expect(customer.getByRole("heading", { level: 1 })).toHaveText("Welcome, Ann Example");
  const key = await textOf(customer.getByText(API_KEY));
  const program = new CustomerProgram(demo.url, key);
  await customer.getByRole("button", { name: "Go to your overview" }).click();
  await expect(customer).toHaveURL("/app");
  await customer.getByRole("link", { name: "Keys" }).click();
  await expect(customer.getByRole("table", { name: "API keys" })).toContainText(key.slice(0, 6));
  await expect(customer.getByText(key)).toHaveCount(0);
  expect(await program.post("meter-01.jpg")).toBe("ERROR_ZERO_BALANCE");

  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/accounts");
  await admin.getByRole("searchbox", { name: "Email or account number" }).fill("ann@example");
  await admin.getByRole("button", { name: "ann@example.org" }).click();
  const account = admin.getByRole("dialog", { name: "ann@example.org" });
  await account.getByLabel("Amount").fill("0.0003");
  await account.getByLabel("Reason", { exact: true }).fill("Bank transfer 4711");
  await account.getByRole("button", { name: "Book 0.000300 USD" }).click();
  await expect(admin.getByText("0.000300 USD booked.")).toBeVisible();
  await expect(account).toContainText("Available0.000300 USD");

  const worker = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.send("meter-01.jpg");
  await worker.solve("05317");
  expect(await program.finalResult(taskId)).toBe("OK|05317");
  expect(await program.balance()).toBe("0.0001");
  expect(await program.post("meter-01.jpg")).toBe("ERROR_ZERO_BALANCE");
});

test("a new worker is at work right after signing up", async ({ people, program }) => {
  const visitor = await people.visitor();
  await signUp(visitor, { role: "Read images", name: "Bo", email: "bo@example.org" });
  await expect(visitor).toHaveURL("/work");
  const screen = WorkScreen.of(visitor);
  await screen.isConnected();
  await expect(screen.answer).toBeFocused();
  const taskId = await program.send("house-04.jpg");
  await screen.solve("21");
  expect(await program.finalResult(taskId)).toBe("OK|21");
});

test("signing up says what is missing, and an address that is taken gets no account", async ({ people }) => {
  const visitor = await people.visitor();
  await visitor.goto("/signup");
  await visitor.getByRole("button", { name: "Sign up" }).click();
  await expect(visitor.getByText("Enter a name")).toBeVisible();
  await expect(visitor.getByText("Use at least 10 characters")).toBeVisible();
  await expect(visitor.getByText("Accept the policy to sign up")).toBeVisible();
  await signUp(visitor, { role: "Send images", name: "Eve", email: "customer@demo.test" });
  await expect(visitor.getByRole("alert")).toContainText("An account with this email could not be made.");
});

test("staff are invited by two admins: the link waits, makes one account and works once", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/accounts");
  await admin.getByRole("button", { name: "Invite staff" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Email").fill("mo@example.org");
  await dialog.getByLabel("Reason").fill("Reads well.");
  await dialog.getByRole("button", { name: "Make invitation link" }).click();
  const link = new URL(await textOf(dialog.getByText(/^http/)));

  const invited = await people.visitor();
  await invited.goto(link.pathname + link.hash);
  await invited.getByLabel("Name").fill("Mo");
  await invited.getByLabel("Password").fill(PASSWORD);
  await invited.getByRole("button", { name: "Accept invitation" }).click();
  await expect(invited.getByRole("alert")).toContainText(
    "Another admin has to approve this invitation first",
  );

  const other = await people.loggedIn("admin2@demo.test");
  await other.goto("/staff/accounts");
  await other.getByRole("button", { name: "Approve the invitation of mo@example.org" }).click();
  await expect(other.getByText("The invitation's link works now")).toBeVisible();
  await invited.getByRole("button", { name: "Accept invitation" }).click();
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Queue");

  const second = await people.visitor();
  await second.goto(link.pathname + link.hash);
  await second.getByLabel("Name").fill("Somebody else");
  await second.getByLabel("Password").fill(PASSWORD);
  await second.getByRole("button", { name: "Accept invitation" }).click();
  await expect(second.getByRole("alert")).toContainText("This invitation has been used");
});

async function signUp(page: Page, person: { role: string; name: string; email: string }): Promise<void> {
  await page.goto("/signup");
  await page.getByRole("radio", { name: person.role }).check();
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Sign up" }).click();
}

async function textOf(place: Locator): Promise<string> {
  const text = await place.textContent();
  if (text === null) throw new Error("nothing stands there");
  return text;
}
