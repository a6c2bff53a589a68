import type { BrowserContext, Page } from "playwright-core";
import type { Figures } from "./figures";
import { Latencies } from "./load/latencies";
import { addOldTasks } from "./setting/add-old-tasks";
import type { BenchEnvironment } from "./setting/bench-environment";
import { inTurn } from "./setting/in-turn";

const MANY = { count: 100_000, days: 30 };
/** Enough for the first page of the gallery, in both accounts alike. */
const WAITING = 60;
const VISITS = 12;

type LogIn = (url: string) => Promise<BrowserContext>;

/**
 * What a customer waits for the screen to follow a press, with 100,000 tasks in the account against next to none: of each
 * visit the slowest press, as INP has it of so few, and of all visits the median, for a machine has slow moments.
 */
export async function measureInteractions(env: BenchEnvironment, logIn: LogIn): Promise<Figures> {
  const few = await open(env, logIn, "inp_few", null);
  const many = await open(env, logIn, "inp_many", MANY);
  const slowest = { few: new Latencies(), many: new Latencies() };
  // The first visit of each warms server and browser up.
  await visit(few);
  await visit(many);
  await inTurn(VISITS, {
    few: async () => note(slowest.few, await visit(few)),
    many: async () => note(slowest.many, await visit(many)),
  });
  const [fewMs, manyMs] = [slowest.few.percentile(0.5), slowest.many.percentile(0.5)];
  return { "page.app_inp_ms": manyMs, "page.app_inp_ratio": manyMs / fewMs };
}

async function open(
  env: BenchEnvironment,
  logIn: LogIn,
  name: string,
  old: typeof MANY | null,
): Promise<Page> {
  const database = await env.database(name);
  const [customerIds, keys] = [env.customerIds.slice(0, 1), env.keys.slice(0, 1)];
  if (old) await addOldTasks(database, { ...old, customerIds, workerIds: env.workerIds });
  const { url } = await env.server(database);
  await (await env.load()).ask("fill", { url, keys, count: WAITING });
  const page = await (await logIn(url)).newPage();
  await page.addInitScript(NOTE_PRESSES);
  return page;
}

/** Overview, charts of another time, the gallery, a task, the next page and back. The slowest press in ms. */
async function visit(page: Page): Promise<number> {
  await page.goto("/app");
  await page.getByRole("table", { name: "Latest tasks" }).getByRole("row").nth(1).waitFor();
  for (const span of ["30 days", "7 days", "24 hours"]) {
    await page.getByRole("button", { name: /(24 hours|7 days|30 days) Time/ }).click();
    await page.getByRole("option", { name: span }).click();
    await page.getByRole("listbox").waitFor({ state: "hidden" });
  }
  await page.getByRole("link", { name: "Tasks", exact: true }).click();
  const gallery = page.getByRole("table", { name: "Tasks" });
  const first = gallery.getByRole("row").nth(1).getByRole("button").first();
  await first.click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Older" }).click();
  await page.getByRole("button", { name: "Back to newest" }).click();
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await page.getByRole("table", { name: "Latest tasks" }).waitFor();
  const slowestMs = Number(await page.evaluate("globalThis.slowestPressMs"));
  if (!(slowestMs > 0)) throw new Error("the page noted no press");
  return slowestMs;
}

function note(latencies: Latencies, ms: number): number {
  latencies.add(ms);
  return ms;
}

/** From a press until its frame is painted, finer than the browser's own entries, which round to 8 ms. */
const NOTE_PRESSES = `
globalThis.slowestPressMs = 0;
const note = (event) => requestAnimationFrame(() => setTimeout(() => {
  globalThis.slowestPressMs = Math.max(globalThis.slowestPressMs, performance.now() - event.timeStamp);
}));
for (const name of ["pointerdown", "pointerup", "click", "keydown", "keyup"])
  addEventListener(name, note, { capture: true });`;
