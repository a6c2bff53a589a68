import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator } from "@playwright/test";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** A live challenge of the demo's verified site, from its owner's program to a token that the vendor accepts. */
const PAGE = "https://demo.test/sign-up";
const GOOGLE_KEY = "6Ldemo-demo-demo-demo-demo-demo-demo-key";
const UUID_KEY = "c0ffee00-1111-4222-8333-444455556666";

const KINDS = [
  {
    name: "reCAPTCHA v2",
    fields: { method: "userrecaptcha", googlekey: GOOGLE_KEY, pageurl: PAGE },
    solve: (frame: FrameLocator) =>
      frame.frameLocator("iframe[title=reCAPTCHA]").getByLabel("I'm not a robot").click(),
    path: "/recaptcha/api/siteverify",
  },
  {
    name: "an invisible reCAPTCHA v2",
    fields: { method: "userrecaptcha", googlekey: GOOGLE_KEY, pageurl: PAGE, invisible: 1 },
    solve: null,
    path: "/recaptcha/api/siteverify",
  },
  {
    name: "reCAPTCHA v2 Enterprise",
    fields: { method: "userrecaptcha", googlekey: GOOGLE_KEY, pageurl: PAGE, enterprise: 1, action: "login" },
    solve: (frame: FrameLocator) =>
      frame.frameLocator("iframe[title=reCAPTCHA]").getByLabel("I'm not a robot").click(),
    path: "/recaptcha/api/siteverify",
  },
  {
    name: "reCAPTCHA v3",
    fields: { method: "userrecaptcha", version: "v3", googlekey: GOOGLE_KEY, pageurl: PAGE, action: "login" },
    solve: null,
    path: "/recaptcha/api/siteverify",
  },
  {
    name: "hCaptcha",
    fields: { method: "hcaptcha", sitekey: UUID_KEY, pageurl: PAGE },
    solve: (frame: FrameLocator) =>
      frame.frameLocator("iframe[title=hCaptcha]").getByLabel("I am human").click(),
    path: "/siteverify",
  },
] as const;

for (const { name, fields, solve, path } of KINDS) {
  test(`${name} is solved in its frame, and its token verifies once`, async ({ people, program, demo }) => {
    const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
    const taskId = await program.sendFields(fields);
    const frame = screen.page.frameLocator("iframe[title=Challenge]");
    await solve?.(frame);
    const token = (await program.finalResult(taskId)).replace(/^OK\|/, "");
    expect(token).toContain("stand-in-token-");
    const verify = async () =>
      (
        await fetch(`${demo.standInUrl}${path}`, {
          method: "POST",
          body: new URLSearchParams({ secret: "stand-in-secret", response: token }),
        })
      ).json();
    expect(await verify()).toMatchObject({ success: true });
    expect(await verify()).toMatchObject({ success: false });
  });
}

test("FunCaptcha is solved in its frame, and its token verifies", async ({ people, program, demo }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.sendFields({ method: "funcaptcha", publickey: UUID_KEY, pageurl: PAGE });
  const frame = screen.page.frameLocator("iframe[title=Challenge]");
  await frame.frameLocator("iframe[title='Verification challenge']").getByLabel("Verify").click();
  const token = (await program.finalResult(taskId)).replace(/^OK\|/, "");
  const verified = await fetch(`${demo.standInUrl}/api/v4/verify/`, {
    method: "POST",
    body: JSON.stringify({ private_key: "stand-in-secret", session_token: token }),
  });
  expect(await verified.json()).toMatchObject({ session_details: { solved: true } });
});

test("a key that the widget refuses ends the task by one key, uncharged", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const before = await program.balance();
  const taskId = await program.sendFields({
    method: "userrecaptcha",
    googlekey: "6Ldemo-demo-demo-demo-demo-demo-dBADHOST",
    pageurl: PAGE,
  });
  const frame = screen.page.frameLocator("iframe[title=Challenge]").frameLocator("iframe[title=reCAPTCHA]");
  await expect(frame.getByText("Invalid domain for site key")).toBeVisible();
  await screen.page
    .getByRole("heading", { level: 1 })
    .focus()
    .catch(() => {});
  await screen.page.keyboard.press("Alt+K");
  expect(await program.finalResult(taskId)).toBe("ERROR_CAPTCHA_UNSOLVABLE");
  expect(await program.balance()).toBe(before);
});

test("another page's message is no answer, and the frame is cut off from the app", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.sendFields({ method: "hcaptcha", sitekey: UUID_KEY, pageurl: PAGE });
  const outer = screen.page.locator("iframe[title=Challenge]");
  const inner = screen.page.frameLocator("iframe[title=Challenge]").frameLocator("iframe[title=hCaptcha]");
  await expect(inner.getByLabel("I am human")).toBeVisible();
  await screen.page.evaluate(() => {
    window.postMessage({ from: "sightline-challenge", nonce: "guess", type: "solved", token: "forged" }, "*");
  });
  const reached = await (await outer.elementHandle())?.contentFrame().then((frame) =>
    frame?.evaluate(() => {
      try {
        return typeof window.parent.document.title;
      } catch {
        return "refused";
      }
    }),
  );
  expect(reached).toBe("refused");
  expect(new URL((await outer.getAttribute("src")) ?? "").origin).not.toBe(new URL(screen.page.url()).origin);
  expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");

  const { violations } = await new AxeBuilder({ page: screen.page }).exclude("iframe").analyze();
  expect(violations).toEqual([]);
  await inner.getByLabel("I am human").click();
  expect(await program.finalResult(taskId)).not.toContain("forged");
});

test("a frame's address opens once: asked again, it shows no challenge", async ({ people, program }) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.sendFields({ method: "hcaptcha", sitekey: UUID_KEY, pageurl: PAGE });
  const src = await screen.page.locator("iframe[title=Challenge]").getAttribute("src");
  await expect(
    screen.page
      .frameLocator("iframe[title=Challenge]")
      .frameLocator("iframe[title=hCaptcha]")
      .getByLabel("I am human"),
  ).toBeVisible();
  const again = await fetch(src ?? "");
  expect(again.status).toBe(410);
  expect(await again.text()).toContain("opened already");
  expect(again.headers.get("set-cookie")).toBeNull();
  await screen.button("Open again").click();
  await screen.page
    .frameLocator("iframe[title=Challenge]")
    .frameLocator("iframe[title=hCaptcha]")
    .getByLabel("I am human")
    .click();
  expect(await program.finalResult(taskId)).toMatch(/^OK\|/);
});
