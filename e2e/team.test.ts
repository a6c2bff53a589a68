import { randomUUID } from "node:crypto";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("an owner invites somebody, who joins, sees what their role may, and is out at once when removed", async ({
  people,
  demo,
  faults,
}) => {
  // The page of somebody who is removed asks once more before it knows.
  faults.expect(/status of 401/);
  const email = `colleague-${randomUUID().slice(0, 8)}@example.org`;
  const owner = await people.loggedIn("customer2@demo.test");
  await owner.goto("/app/team");
  await owner.getByRole("button", { name: "Invite somebody" }).press("Enter");
  const dialog = owner.getByRole("dialog", { name: "Invite somebody" });
  await expect(dialog.getByLabel("Email")).toBeFocused();
  await owner.keyboard.type("colleague");
  await owner.keyboard.press("Enter");
  await expect(dialog.getByText("Enter an email address such as")).toBeVisible();
  await expectAccessible(owner);
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByRole("radio", { name: "Reader" }).check();
  await dialog.getByRole("button", { name: "Send invitation" }).press("Enter");
  await expect(dialog).toBeHidden();
  const open = owner.getByRole("region", { name: "Open invitations" });
  await expect(open.getByRole("row", { name: email })).toContainText("Reader");
  await expectAccessible(owner);

  const mail = await (await fetch(`${demo.url}/demo/mail`)).text();
  const after = mail.slice(mail.indexOf(email));
  const link = /href="[^"]+(\/join#[^"]+)"/.exec(after)?.[1] ?? "";
  const colleague = await people.visitor();
  await colleague.goto(link);
  const policy = /acceptable-use policy, version \d/;
  await expect(colleague.getByRole("checkbox", { name: policy })).toBeVisible();
  await colleague.getByRole("button", { name: "Join" }).press("Enter");
  await expect(colleague.getByText("Enter a name")).toBeVisible();
  await expect(colleague.getByText("Accept the policy to sign up")).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByLabel("Name").fill("Vera Reads");
  await colleague.getByLabel("Password").fill("a password of their own");
  await colleague.getByRole("checkbox", { name: policy }).check();
  await colleague.getByRole("button", { name: "Join" }).press("Enter");
  await expect(colleague.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  const menu = colleague.getByRole("navigation").first();
  await expect(menu.getByRole("link", { name: "Tasks" })).toBeVisible();
  for (const name of ["API keys", "Billing", "Playground"])
    await expect(menu.getByRole("link", { name, exact: true })).toHaveCount(0);
  await colleague.goto("/app/keys");
  await expect(colleague.getByRole("heading", { name: "not open to your role" })).toBeVisible();
  await expectAccessible(colleague);
  await colleague.getByRole("link", { name: "See the team" }).press("Enter");
  await expect(colleague.getByText("You are reader in this account.")).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Invite somebody" })).toHaveCount(0);
  await expectAccessible(colleague);
  await colleague.goto("/app/settings");
  await expect(colleague.getByRole("region", { name: "Second factor" })).toBeVisible();
  await expect(colleague.getByRole("region", { name: "Delete this account" })).toHaveCount(0);

  const stranger = await people.visitor();
  await stranger.goto(link);
  await stranger.getByLabel("Name").fill("Somebody Else");
  await stranger.getByLabel("Password").fill("a password nobody gets");
  await stranger.getByRole("checkbox", { name: policy }).check();
  await stranger.getByRole("button", { name: "Join" }).press("Enter");
  await expect(stranger.getByText("This invitation has been used")).toBeVisible();

  const row = owner.getByRole("region", { name: "Members" }).getByRole("row", { name: email });
  await row.getByRole("button", { name: `Change the role of ${email}` }).press("Enter");
  const change = owner.getByRole("dialog", { name: `Role of ${email}` });
  await change.getByRole("radio", { name: "Developer" }).check();
  await change.getByRole("button", { name: "Save role" }).press("Enter");
  await expect(row).toContainText("Developer");
  await colleague.goto("/app/keys");
  await expect(colleague.getByRole("button", { name: "Create key" })).toBeVisible();

  await colleague.goto("/app");
  await expect(colleague.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await row.getByRole("button", { name: `Remove ${email}` }).press("Enter");
  const remove = owner.getByRole("alertdialog", { name: `Remove ${email}?` });
  await expectAccessible(owner);
  await remove.getByRole("button", { name: `Remove ${email}` }).press("Enter");
  await expect(row).toHaveCount(0);
  await expect(colleague).toHaveURL(/\/login/);
});
