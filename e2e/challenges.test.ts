import type { FrameLocator } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { demoKey, expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** A live challenge of the demo's verified site, from its owner's program to a token that the vendor accepts. */
const PAGE = "https://demo.test/sign-up";
const GOOGLE_KEY = "6Ldemo-demo-demo-demo-demo-demo-demo-key";
const UUID_KEY = "c0ffee00-1111-4222-8333-444455556666";

/** A pair that a widget refuses is remembered for ten minutes: each such task is of a page of its own. */
let pages = 0;
const freshPage = () => `${PAGE}?page=${++pages}`;

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

/** What each vendor's widget says in place of its challenge, and what it comes to by which key. */
const HCAPTCHA_FRAME = "iframe[title=hCaptcha]";
const RECAPTCHA_FRAME = "iframe[title=reCAPTCHA]";
const ARKOSE_FRAME = "iframe[title='Verification challenge']";
const keyOf = (ending: string) =>
  `6Ldemo-demo-demo-demo-demo-demo-dem-demo`.slice(0, -ending.length) + ending;
const uuidOf = (ending: string) => `c0ffee00-1111-4222-8333-${ending}`;
const v2 = (ending: string) => ({ method: "userrecaptcha", googlekey: keyOf(ending) });
const hcaptcha = (ending: string) => ({ method: "hcaptcha", sitekey: uuidOf(ending) });
const funcaptcha = (ending: string) => ({ method: "funcaptcha", publickey: uuidOf(ending) });
const UNSOLVABLE = "ERROR_CAPTCHA_UNSOLVABLE";

const REFUSALS = [
  [
    "reCAPTCHA: wrong key",
    v2("BADKEY"),
    RECAPTCHA_FRAME,
    "Invalid site key",
    "Alt+K",
    /none of its vendor's/,
  ],
  ["reCAPTCHA: host", v2("BADHOST"), RECAPTCHA_FRAME, "Invalid domain", "Alt+H", /on our challenge host/],
  [
    "hCaptcha: wrong key",
    hcaptcha("bad000000001"),
    HCAPTCHA_FRAME,
    "Invalid site key",
    "Alt+K",
    /none of its/,
  ],
  ["hCaptcha: host", hcaptcha("bad000000002"), HCAPTCHA_FRAME, "Invalid domain", "Alt+H", /on our challenge/],
  ["FunCaptcha: wrong key", funcaptcha("bad000000001"), ARKOSE_FRAME, "Invalid site key", "Alt+K", /none of/],
  ["FunCaptcha: host", funcaptcha("bad000000002"), ARKOSE_FRAME, "Invalid domain", "Alt+H", /on our chall/],
] as const;

for (const [name, fields, frame, says, key, text] of REFUSALS) {
  test(`${name} is refused by the widget, and its worker says so by ${key}: ended, uncharged`, async ({
    people,
    program,
    demo,
  }) => {
    const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
    const before = await program.balance();
    const taskId = await program.sendFields({ ...fields, pageurl: freshPage() });
    const shown = screen.page.frameLocator("iframe[title=Challenge]").frameLocator(frame).getByText(says);
    await screen.lookAt(shown);
    await screen.page.keyboard.press(key);
    expect(await program.finalResult(taskId)).toBe(UNSOLVABLE);
    expect(await program.balance()).toBe(before);
    const told = await fetch(
      `${demo.url}/res.php?key=${demoKey("customer@demo.test")}&action=get&id=${taskId}&json=1`,
    );
    expect((await told.json()) as unknown).toMatchObject({ error_text: expect.stringMatching(text) });
  });
}

test("a v3 key that is none of the vendor's is noticed by the page and confirmed by one key", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.sendFields({ ...v2("BADKEY"), version: "v3", pageurl: freshPage() });
  await screen.lookAt(screen.page.getByText("The widget seems to refuse the key."));
  await expectAccessible(screen.page);
  await screen.page.keyboard.press("Alt+K");
  expect(await program.finalResult(taskId)).toBe(UNSOLVABLE);
});

test("a one-time value that has expired is confirmed by one key and has a code of its own", async ({
  people,
  program,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const before = await program.balance();
  const taskId = await program.sendFields({ ...hcaptcha("bad000000003"), data: "old", pageurl: freshPage() });
  const frame = screen.page.frameLocator("iframe[title=Challenge]").frameLocator(HCAPTCHA_FRAME);
  await frame.getByLabel("I am human").click();
  await screen.lookAt(screen.page.getByText("The one-time value seems to be too old."));
  await screen.page.keyboard.press("Alt+V");
  expect(await program.finalResult(taskId)).toBe("ERROR_TOKEN_EXPIRED");
  expect(await program.balance()).toBe(before);
});

test("a widget that does not load goes to somebody else, and the third who says so ends the task", async ({
  people,
  program,
  faults,
}) => {
  faults.expect(/503 \(Service Unavailable\)/);
  const before = await program.balance();
  const taskId = await program.sendFields({ ...funcaptcha("bad000000004"), pageurl: freshPage() });
  for (const email of ["worker@demo.test", "worker2@demo.test", "worker4@demo.test"]) {
    expect(await program.result(taskId)).toBe("CAPCHA_NOT_READY");
    const screen = await WorkScreen.open(await people.loggedIn(email));
    await screen.lookAt(screen.page.getByText("The widget does not load."));
    await screen.page.keyboard.press("Alt+W");
    await expect(screen.page.getByText("The widget does not load.")).toBeHidden();
  }
  expect(await program.finalResult(taskId)).toBe(UNSOLVABLE);
  expect(await program.balance()).toBe(before);
});

test("an hCaptcha token comes with its key and the worker's browser, in both protocols", async ({
  people,
  program,
  demo,
}) => {
  const screen = await WorkScreen.open(await people.loggedIn("worker@demo.test"));
  const taskId = await program.sendFields({ method: "hcaptcha", sitekey: UUID_KEY, pageurl: PAGE });
  const frame = screen.page.frameLocator("iframe[title=Challenge]").frameLocator(HCAPTCHA_FRAME);
  await frame.getByLabel("I am human").click();
  await program.finalResult(taskId);
  const clientKey = demoKey("customer@demo.test");
  const userAgent = await screen.page.evaluate(() => navigator.userAgent);
  const respKey = "E1_stand-in-resp-key";
  const v1 = await fetch(`${demo.url}/res.php?key=${clientKey}&action=get&id=${taskId}&json=1`);
  expect((await v1.json()) as unknown).toMatchObject({ status: 1, useragent: userAgent, respKey });
  const v2 = await fetch(`${demo.url}/getTaskResult`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientKey, taskId }),
  });
  expect((await v2.json()) as unknown).toMatchObject({ solution: { userAgent, respKey } });
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
  // From the right window and origin without its nonce, and from the vendor's frame inside it.
  const within = await (await outer.elementHandle())?.contentFrame();
  await within?.evaluate(() => {
    const forged = { from: "sightline-challenge", nonce: "guess", type: "solved", token: "forged" };
    window.parent.postMessage(forged, "*");
  });
  await inner.locator("body").evaluate(() => {
    const forged = { from: "sightline-challenge", nonce: "guess", type: "solved", token: "forged" };
    window.top?.postMessage(forged, "*");
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

  await expectAccessible(screen.page);
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
