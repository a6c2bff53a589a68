import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

const AMOUNT = "0.001";
const TWO_MINUTES_MS = 120_000;
const TABS_MAX = 60;

test("somebody new is led from sign-up to a first solved image in under two minutes, with the keyboard alone", async ({
  ledger,
  people,
}) => {
  test.setTimeout(TWO_MINUTES_MS + 60_000);
  const email = `keys-alone-${Date.now()}@example.org`;
  const admin = await people.loggedIn("admin@demo.test");
  const worker = await WorkScreen.open(await people.loggedIn("worker5@demo.test"));
  const page = await people.visitor({ permissions: ["clipboard-read", "clipboard-write"] });
  const { keyboard } = page;
  await page.goto("/");
  const startMs = performance.now();

  await press(page, page.getByRole("link", { name: "Sign up" }).first());
  const role = page.getByRole("radio", { name: "Send images" });
  await reach(page, role);
  await keyboard.press("Tab");
  await keyboard.type("Kay");
  await keyboard.press("Tab");
  await keyboard.type(email);
  await keyboard.press("Tab");
  await keyboard.type("a password of some words");
  await reach(page, page.getByRole("checkbox"));
  await keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Sign up" }));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome, Kay");
  await press(page, page.getByRole("button", { name: "Copy API key" }));
  await expect(page.getByText("Copied").first()).toBeVisible();
  await press(page, page.getByRole("button", { name: "Go to your overview" }));

  await expect(page.getByText(/The balance is empty/)).toBeVisible();
  // Whoever runs the place books what was paid; the customer's own time goes on meanwhile.
  const booked = await admin.request.post("/trpc/staff.bookDeposit", {
    data: {
      clientId: crypto.randomUUID(),
      accountId: await ledger.accountId(email),
      amountMicros: Number(AMOUNT) * 1_000_000,
      reason: "A first transfer",
    },
  });
  expect(booked.ok()).toBe(true);
  await press(page, page.getByRole("link", { name: "Send one from here" }));
  await press(page, page.getByRole("button", { name: "Use a sample" }));
  await reach(page, page.getByLabel("API key"));
  await keyboard.press("Control+a");
  await keyboard.press("Control+v");
  await press(page, page.getByRole("button", { name: "Send", exact: true }));
  await expect(page.getByText(/A person is at it/)).toBeVisible();
  await worker.lookAt();
  await worker.solve("W7K2P");
  await expect(page.getByRole("main")).toContainText("W7K2P");
  const tookMs = performance.now() - startMs;
  expect(tookMs, "from the public page to the answer, in ms").toBeLessThan(TWO_MINUTES_MS);
  await expectAccessible(page);

  await press(page, page.getByRole("link", { name: "What happened to the task" }));
  await expect(page.getByRole("dialog")).toContainText("W7K2P");
});

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

/** Presses Tab until the target has focus, as somebody without a pointer does. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}
