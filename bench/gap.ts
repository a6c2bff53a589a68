import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "playwright-core";
import type { Figures } from "./figures";
import { Latencies } from "./load/latencies";
import type { BenchEnvironment } from "./setting/bench-environment";
import { findChromium } from "./setting/find-chromium";

const TASKS = 200;
/** More than one person types away, so the next task is always there. */
const FED_PER_S = 5;
const QUEUED_AT_START = 20;
const LETTERS = [..."abcde"];
const KEY_GAP_MS = { min: 30, max: 60 };
const PAINT_MS_MAX = 5_000;

/** What the page itself notes down: Enter, and the next picture painted with the field in focus. */
const SENT_MARK = "sightline:answer-sent";
const PAINTED_MARK = "sightline:task-painted";

/** What a browser keeps of a performance mark. */
interface Mark {
  startTime: number;
  detail: unknown;
}

/** In a real browser, with a person's pace of typing: from Enter to the next task, painted and ready to be typed into. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const server = await env.server(await env.database("gap"));
  const load = await env.load();
  await load.ask("fill", { url: server.url, keys: env.keys, count: QUEUED_AT_START });
  await load.ask("startFeeding", { url: server.url, keys: env.keys, perS: FED_PER_S });
  const [seat] = env.seats(1, [server]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext();
    await context.addCookies([{ ...cookieOf(seat?.cookie ?? ""), url: server.url }]);
    const page = await context.newPage();
    await page.goto(`${server.url}/work`);
    await page.getByRole("textbox", { name: "Answer", exact: true }).focus();
    const gaps = await answerTasks(page);
    return { "gap.p95_ms": gaps.percentile(0.95) };
  } finally {
    await browser.close();
    await load.ask("stopFeeding", undefined);
  }
}

async function answerTasks(page: Page): Promise<Latencies> {
  for (let answered = 0; answered < TASKS; answered++) {
    await untilPainted(page, answered + 1);
    for (const letter of LETTERS) {
      await sleep(keyGapMs());
      await page.keyboard.press(letter);
    }
    await sleep(keyGapMs());
    await page.keyboard.press("Enter");
  }
  await untilPainted(page, TASKS + 1);
  return readGaps(page);
}

/** Waits until so many tasks have been painted, the first included. */
async function untilPainted(page: Page, count: number): Promise<void> {
  const enough = ({ mark, count }: { mark: string; count: number }) => {
    const keys = performance
      .getEntriesByName(mark)
      .map((entry) => JSON.stringify((entry as unknown as Mark).detail));
    return new Set(keys).size >= count;
  };
  const options = { polling: 10, timeout: PAINT_MS_MAX };
  await page.waitForFunction(enough, { mark: PAINTED_MARK, count }, options);
}

async function readGaps(page: Page): Promise<Latencies> {
  const marks = await page.evaluate(
    (names) =>
      names.map((name) =>
        performance.getEntriesByName(name).map((entry) => ({
          atMs: entry.startTime,
          task: JSON.stringify((entry as unknown as Mark).detail),
        })),
      ),
    [SENT_MARK, PAINTED_MARK],
  );
  const [sent = [], painted = []] = marks;
  const gaps = new Latencies();
  for (const { atMs, task } of sent) {
    const next = painted.find((mark) => mark.atMs > atMs && mark.task !== task);
    if (next) gaps.add(next.atMs - atMs);
  }
  if (gaps.count < TASKS) throw new Error(`the page noted ${gaps.count} gaps instead of ${TASKS}`);
  return gaps;
}

function keyGapMs(): number {
  return KEY_GAP_MS.min + Math.random() * (KEY_GAP_MS.max - KEY_GAP_MS.min);
}

function cookieOf(header: string): { name: string; value: string } {
  const at = header.indexOf("=");
  return { name: header.slice(0, at), value: header.slice(at + 1) };
}
