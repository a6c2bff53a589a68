import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a customer sees what a verified site is, adds one, checks it, and removes it", async ({
  people,
  faults,
}) => {
  faults.expect(/409 \(Conflict\).*sites\.add/);
  const page = await people.loggedIn("customer@demo.test");
  await page.goto("/app/sites");
  await expect(page.getByRole("row", { name: /demo\.test/ })).toContainText("Verified");
  await page.getByRole("button", { name: "Add a site" }).click();
  const form = page.getByRole("dialog", { name: "Add a site" });
  await form.getByLabel("Name of the site").fill("alice.github.io");
  await form.getByRole("button", { name: "Add a site" }).click();
  await expect(form.getByText(/pages of many people/)).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Name of the site").fill("https://Shop.Example.com:8443/login");
  await form.getByRole("button", { name: "Add a site" }).click();

  const panel = page.getByRole("dialog", { name: "shop.example.com" });
  await expect(panel).toContainText("_sightline-challenge.shop.example.com");
  await expect(panel.getByRole("button", { name: "Copy Value" })).toBeVisible();
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByRole("status").filter({ hasText: /Not (found|reached)/ })).toBeVisible({
    timeout: 20_000,
  });
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Remove shop.example.com" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove shop.example.com" }).click();
  await expect(page.getByRole("row", { name: /shop\.example\.com/ })).toHaveCount(0);

  await page
    .getByRole("row", { name: /demo\.test/ })
    .getByRole("button")
    .click();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Found." })).toBeVisible();
});

test("an owner opts a site out without an account, and staff see it and can undo it", async ({
  people,
  demo,
}) => {
  const owner = await people.visitor();
  await owner.goto("/opt-out");
  await expect(owner.getByRole("link", { name: "Log in" })).toBeVisible();
  await expectAccessible(owner);
  await owner.getByLabel("Name of your site").fill("opted.example.net");
  await owner.getByLabel("Your email address").fill("hostmaster@example.net");
  await owner.getByRole("button", { name: "Ask for it" }).click();
  await expect(owner.getByText(/Its link switches/)).toBeVisible();
  await expectAccessible(owner);
  const mail = await (await owner.request.get(`${demo.url}/demo/mail`)).text();
  const link = /\/opt-out#confirm=[\w-]+/.exec(mail)?.[0] ?? "";
  await owner.goto("/");
  await owner.goto(link);
  await owner.getByRole("button", { name: "Confirm" }).click();
  await expect(owner.getByText("This site is switched off.")).toBeVisible();

  const staff = await people.loggedIn("moderator@demo.test");
  await staff.goto("/staff/sites");
  const row = staff.getByRole("row", { name: /opted\.example\.net/ });
  await expect(row).toContainText("by its owner");
  await expectAccessible(staff);
  await row.getByRole("button", { name: "Switch opted.example.net on" }).click();
  await expect(row).toHaveCount(0);
  await staff.getByRole("button", { name: "Switch a host off" }).click();
  await expectAccessible(staff);
});

test("a site that staff refuse is refused to its customer, and approved again it is taken", async ({
  people,
  program,
}) => {
  const staff = await people.loggedIn("moderator@demo.test");
  await staff.goto("/staff/sites");
  await staff.getByRole("button", { name: "Refuse demo.test" }).click();
  await staff.getByLabel("Reason").fill("A test of the button");
  await staff.getByRole("dialog").getByRole("button", { name: "Refuse demo.test" }).click();
  await expect(staff.getByRole("row", { name: /demo\.test/ }).first()).toContainText("Refused");
  const fields = {
    method: "hcaptcha",
    sitekey: "c0ffee00-1111-4222-8333-444455556666",
    pageurl: "https://demo.test/",
  };
  await expect(program.sendFields(fields)).rejects.toThrow("ERROR_DOMAIN_NOT_ALLOWED");
  await staff.getByRole("button", { name: "Approve demo.test" }).click();
  await expect(staff.getByRole("row", { name: /demo\.test/ }).first()).toContainText("Verified");
});
