import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./journey";

test("a forgotten password is replaced by the link in the mail, and other devices are logged out", async ({
  people,
  demo,
}) => {
  const elsewhere = await people.loggedIn("worker9@demo.test");
  const visitor = await people.visitor();
  await visitor.goto("/login");
  await visitor.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(visitor.getByRole("heading", { name: "Forgotten password" })).toBeVisible();
  await visitor.getByLabel("Email").fill("worker9@demo.test");
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByText("a link is on its way")).toBeVisible();
  expect((await new AxeBuilder({ page: visitor }).analyze()).violations).toEqual([]);

  const mail = await (await fetch(`${demo.url}/demo/mail`)).text();
  const link = /href="([^"]+\/reset#[^"]+)"/.exec(mail)?.[1] ?? "";
  await visitor.goto(link.replace(/^https?:\/\/[^/]+/, demo.url));
  await visitor.getByLabel("New password").fill("demo-password");
  await visitor.getByRole("button", { name: "Set password" }).click();
  await expect(visitor.getByText("Your password is changed")).toBeVisible();
  expect((await new AxeBuilder({ page: visitor }).analyze()).violations).toEqual([]);

  await elsewhere.goto("/work/settings");
  await expect(elsewhere).toHaveURL(/\/login/);
  await visitor.goto(link.replace(/^https?:\/\/[^/]+/, demo.url));
  await visitor.reload();
  await visitor.getByLabel("New password").fill("a password nobody gets");
  await visitor.getByRole("button", { name: "Set password" }).click();
  await expect(visitor.getByText("This link has been used")).toBeVisible();
});
