import type { Page } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./journey";
import { WorkScreen } from "./work-screen";

/** A usual desk, and the widest screen with as many points as pixels. */
const WIDTHS = [1920, 3840];
const HEIGHT = 1600;
/** Lines that are longer than this lose the eye on its way back. */
const LINE_MAX = 120;
/** Of what the rail leaves; less would be a thin column in an empty room. A form of one field is the narrowest. */
const SHARE_MIN = 0.25;

const PAGES = {
  customer: ["", "tasks", "log", "playground", "reports", "unrecognisable", "callbacks", "keys", "sites"],
  customerMore: "packages rates statement usage billing limits recognition team settings support".split(" "),
  staff: "queue floor glyphs accounts workers refunds images bans announcements gold".split(" "),
  staffMore: "sites prices packages payouts deposits reconciliation audit policy settings".split(" "),
  worker: ["earnings", "payouts", "score", "settings"],
  public: ["/", "/login", "/signup", "/forgot", "/policy", "/opt-out"],
};

test.describe.configure({ timeout: 180_000 });

for (const [name, pages] of [
  ["from the overview to the sites", PAGES.customer],
  ["from the packages to the support", PAGES.customerMore],
] as const) {
  test(`a customer's pages use a wide screen, ${name}`, async ({ people }) => {
    const page = await people.loggedIn("customer@demo.test");
    for (const path of pages) await expectWide(page, `/app/${path}`);
  });
}

for (const [name, pages] of [
  ["from the queue to the gold tasks", PAGES.staff],
  ["from the sites to the settings", PAGES.staffMore],
] as const) {
  test(`the staff's pages use a wide screen, ${name}`, async ({ people }) => {
    const page = await people.loggedIn("admin@demo.test");
    for (const path of pages) await expectWide(page, `/staff/${path}`);
  });
}

test("a worker's pages and those for everybody use a wide screen", async ({ people, program }) => {
  const page = await people.loggedIn("worker@demo.test");
  for (const path of PAGES.worker) await expectWide(page, `/work/${path}`);
  const screen = await WorkScreen.open(page);
  const taskId = await program.send("word-01.jpg", { textinstructions: "The word in the middle" });
  await screen.lookAt();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect((await measure(page)).sidewaysPx).toBe(0);
    expect((await screen.picture.boundingBox())?.width).toBeGreaterThan(width / 8);
  }
  await screen.solve("marble");
  expect(await program.finalResult(taskId)).toBe("OK|marble");
  const visitor = await people.visitor();
  for (const path of PAGES.public) await expectWide(visitor, path);
});

async function expectWide(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Loading", { exact: true })).toHaveCount(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    const { sidewaysPx, longestLine, contentShare } = await measure(page);
    expect.soft(sidewaysPx, `${path} at ${width} is wider than the screen`).toBe(0);
    expect.soft(longestLine.characters, `${path} at ${width}: ${longestLine.text}`).toBeLessThan(LINE_MAX);
    expect.soft(contentShare, `${path} at ${width} is a thin column`).toBeGreaterThan(SHARE_MIN);
  }
  await expectAccessible(page);
}

function measure(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector("main") ?? document.body;
    const room = main.getBoundingClientRect();
    let [left, right] = [Number.POSITIVE_INFINITY, 0];
    let longestLine = { characters: 0, text: "" };
    const reach = (rects: DOMRect[]) => {
      left = Math.min(left, ...rects.map((rect) => rect.left));
      right = Math.max(right, ...rects.map((rect) => rect.right));
    };
    reach(
      [...main.querySelectorAll("input:not([type=hidden],[type=file]), textarea, img, table")].map((each) =>
        each.getBoundingClientRect(),
      ),
    );
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent?.trim() ?? "";
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (text === "" || rects.length === 0) continue;
      reach(rects);
      const lines = new Set(rects.map(({ top }) => Math.round(top))).size;
      const holder = walk.currentNode.parentElement;
      // Of what an ellipsis cuts off nobody reads more than fits.
      const isCut = holder !== null && getComputedStyle(holder).textOverflow === "ellipsis";
      const shownShare = isCut ? holder.clientWidth / Math.max(holder.scrollWidth, 1) : 1;
      const characters = Math.round((text.length * shownShare) / lines);
      const isCode = holder?.closest("pre, code") !== null;
      if (!isCode && characters > longestLine.characters)
        longestLine = { characters, text: text.slice(0, 80) };
    }
    return {
      sidewaysPx: root.scrollWidth - root.clientWidth,
      longestLine,
      contentShare: Math.max(0, right - left) / room.width,
    };
  });
}
