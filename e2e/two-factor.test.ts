import { createHmac } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { DEMO_PASSWORD } from "@sightline/domain/accounts/demo-people";
import { expect, test } from "./journey";

test("with an authenticator app, log-in asks for its code, until it is switched off", async ({ people }) => {
  const page = await people.loggedIn("worker8@demo.test");
  await page.goto("/work/settings");
  const section = page.getByRole("region", { name: "Second factor" });
  await section.getByLabel("Password").fill(DEMO_PASSWORD);
  await section.getByRole("button", { name: "Set up" }).click();
  await expect(section.getByRole("img", { name: "Setup code for an authenticator app" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const secret = (await section.getByText(/^[A-Z2-7]{32,}$/).textContent()) ?? "";
  const setUp = section.getByLabel("Code of the app");
  for (const typed of ["", "12345"]) {
    await setUp.fill(typed);
    await section.getByRole("button", { name: "Switch on" }).click();
    await expect(setUp).toHaveAccessibleDescription(/Enter the six digits/);
    await expect(setUp).toHaveValue(typed);
  }
  await setUp.fill(codeOf(secret));
  await section.getByRole("button", { name: "Switch on" }).click();
  await expect(section.getByText("On", { exact: true })).toBeVisible();

  const visitor = await people.visitor();
  await visitor.goto("/login");
  await visitor.getByLabel("Email").fill("worker8@demo.test");
  await visitor.getByLabel("Password").fill(DEMO_PASSWORD);
  await visitor.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(visitor.getByLabel("Code")).toBeFocused();
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByLabel("Code")).toHaveAttribute("aria-invalid", "true");
  await visitor.getByLabel("Code").fill("12345x");
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByText("This code is wrong")).toBeVisible();
  await expect(visitor.getByLabel("Code")).toHaveValue("12345x");
  expect((await new AxeBuilder({ page: visitor }).analyze()).violations).toEqual([]);
  await visitor.getByLabel("Code").fill(codeOf(secret));
  await visitor.keyboard.press("Enter");
  await expect(visitor).toHaveURL("/work");

  await section.getByLabel("Password").fill(DEMO_PASSWORD);
  await section.getByRole("button", { name: "Switch off" }).click();
  await expect(section.getByRole("button", { name: "Set up" })).toBeVisible();
});

/** What the app shows now (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret]
    .map((glyph) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(glyph).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
