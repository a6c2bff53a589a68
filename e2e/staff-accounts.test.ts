import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("an admin reads an account's timeline, looks at its pages read-only, and comes back", async ({
  people,
}) => {
  const admin = await people.loggedIn("admin@demo.test");
  await admin.goto("/staff/accounts?search=customer2");
  await admin.getByRole("button", { name: "customer2@demo.test" }).click();
  const account = admin.getByRole("dialog", { name: "customer2@demo.test" });
  const timeline = account.getByRole("list", { name: "Timeline" });
  await expect(timeline).toContainText("Account opened");
  await expectAccessible(admin);
  await account.getByRole("button", { name: "Look at it as they do" }).click();
  const reason = admin.getByRole("dialog", { name: "Look at the pages of customer2@demo.test?" });
  await reason.getByLabel("Reason").fill("They cannot find their key.");
  await expectAccessible(admin);
  await reason.getByRole("button", { name: "Look at it as they do" }).click();
  await expect(admin).toHaveURL("/app");
  await expect(
    admin.getByText("You look at the pages of customer2@demo.test as admin@demo.test"),
  ).toBeVisible();
  await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(admin);
  const made = await admin.request.post("/trpc/customer.createApiKey", { data: { name: "none" } });
  expect(made.status()).toBe(403);
  await admin.goto("/app/keys");
  await expect(admin.getByText("Only the account itself is shown its test key.")).toBeVisible();
  await admin.getByRole("button", { name: "Stop looking" }).click();
  await expect(admin).toHaveURL(/\/staff\/accounts/);
  await expect(admin.getByText("You look at the pages")).toHaveCount(0);
  await expect(
    admin.getByRole("dialog", { name: "customer2@demo.test" }).getByText("Looked at by an admin").first(),
  ).toBeVisible();
});
