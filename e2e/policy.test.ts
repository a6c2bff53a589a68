import { DemoServer } from "./demo-server";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { People } from "./people";

test.describe.configure({ timeout: 150_000 });

// A demo of its own: everybody in it is asked for the new version.
test("an admin publishes a new version of the policy, a customer is asked for it, and staff see who accepted what", async ({
  browser,
  faults,
}) => {
  const demo = await DemoServer.start();
  const people = new People(browser, faults, demo.url);
  try {
    const customer = await people.loggedIn("customer@demo.test");
    await customer.goto("/app/keys");
    await expect(customer.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(customer.getByRole("region", { name: "Acceptable-use policy" })).toHaveCount(0);

    const admin = await people.loggedIn("admin@demo.test");
    await admin.goto("/staff/policy");
    await expect(admin.getByRole("row", { name: /^1 In effect/ })).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Publish a new version" }).click();
    const form = admin.getByRole("dialog", { name: "Publish a new version" });
    const text = form.getByRole("textbox", { name: "Text", exact: true });
    await text.fill(`${await text.inputValue()}\n## For everybody\n- Be kind to each other.`);
    await expect(form.getByRole("region", { name: "As people will read it" })).toContainText(
      "Be kind to each other.",
    );
    await expect(form.getByText(/customers are asked to accept it/)).toBeVisible();
    await form.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(form.getByText("Say what is new")).toBeVisible();
    await form.getByRole("textbox", { name: "What is new" }).fill("A rule for everybody.");
    await expectAccessible(admin);
    await form.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(admin.getByRole("row", { name: /^2 In effect/ })).toBeVisible();

    const reader = await people.visitor();
    await reader.goto("/policy");
    await expect(reader.getByText("Be kind to each other.")).toBeVisible();
    await expectAccessible(reader);
    await reader.goto("/signup");
    await expect(reader.getByText(/version 2\./)).toBeVisible();

    await customer.reload();
    const asked = customer.getByRole("region", { name: "Acceptable-use policy" });
    await expect(asked).toContainText("A rule for everybody.");
    await expectAccessible(customer);
    await asked.getByRole("button", { name: "Accept version 2" }).click();
    await expect(asked).toHaveCount(0);
    await customer.reload();
    await expect(customer.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(asked).toHaveCount(0);

    const moderator = await people.loggedIn("moderator@demo.test");
    await moderator.goto("/staff/policy");
    const kept = moderator.getByRole("region", { name: "Acceptances" });
    await expect(kept.getByRole("row", { name: /customer@demo\.test 2/ })).toBeVisible();
    await expect(kept.getByRole("row", { name: /customer@demo\.test 1/ })).toBeVisible();
    await expect(moderator.getByRole("button", { name: "Publish a new version" })).toHaveCount(0);
  } finally {
    await people.goHome();
    await demo.stop();
  }
});
