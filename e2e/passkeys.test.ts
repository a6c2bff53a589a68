import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "@sightline/domain/accounts/demo-people";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";

test("a worker adds a passkey, logs in with it alone, and removes it", async ({ people, demo }) => {
  // An authenticator binds a passkey to a name.
  const home = demo.url.replace("127.0.0.1", "localhost");
  const page = await people.visitor({ baseURL: home });
  await addAuthenticator(page);
  await page.goto("/login?next=/work/settings");
  await page.getByLabel("Email").fill("worker9@demo.test");
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Log in", exact: true }).press("Enter");
  const section = page.getByRole("region", { name: "Passkeys" });
  await section.getByRole("button", { name: "Add a passkey" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Enter a name, such as Laptop")).toBeVisible();
  await page.keyboard.type("My journey laptop");
  await dialog.getByLabel("Your password, again").fill("not my password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("This password is wrong.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toHaveValue("My journey laptop");
  await expectAccessible(page);
  await dialog.getByLabel("Your password, again").fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const row = section.getByRole("row", { name: /My journey laptop/ });
  await expect(row).toContainText("Never");

  await page.context().clearCookies();
  await page.goto("/login");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Log in with a passkey" }).press("Enter");
  await expect(page).toHaveURL("/work");
  await page.goto("/work/settings");
  await expect(row).not.toContainText("Never");

  await row.getByRole("button", { name: "Rename My journey laptop" }).press("Enter");
  const name = page.getByRole("dialog", { name: "Rename My journey laptop" }).getByLabel("Name");
  await name.fill("Old laptop");
  await page.keyboard.press("Enter");
  const renamed = section.getByRole("row", { name: /Old laptop/ });
  await renamed.getByRole("button", { name: "Remove Old laptop" }).press("Enter");
  const remove = page.getByRole("alertdialog", { name: "Remove Old laptop?" });
  await remove.getByLabel("Your password, again").fill(DEMO_PASSWORD);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(renamed).toBeHidden();

  await page.context().clearCookies();
  await page.goto("/login");
  await page.getByRole("button", { name: "Log in with a passkey" }).press("Enter");
  await expect(page.getByText("This passkey is not known here.")).toBeVisible();
});

/** One inside this page's device, which says yes and looks who holds it. */
async function addAuthenticator(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
