import { type Browser, type BrowserContext, chromium, type Page, type Request } from "playwright-core";
import type { Figures } from "./figures";
import { measureInteractions } from "./page-interactions";
import type { BenchEnvironment } from "./setting/bench-environment";
import { findChromium } from "./setting/find-chromium";
import { BENCH_PASSWORD, customerEmail } from "./setting/seed-people";

const BYTES_PER_KB = 1_000;

/** The customer's pages in a real browser: what `/app` loads, and how it answers with many tasks in the account. */
export async function run(env: BenchEnvironment): Promise<Figures> {
  const server = await env.server(await env.database("page"));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    const appKb = await measureScripts(await logIn(browser, server.url));
    return { "page.app_kb": appKb, ...(await measureInteractions(env, (url) => logIn(browser, url))) };
  } finally {
    await browser.close();
  }
}

/** What a customer's browser fetches for `/app` with nothing in its cache, compressed as it comes; parts that load late count, headers do not. */
async function measureScripts(context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  const scriptBytes = watchScripts(page);
  await page.goto("/app", { waitUntil: "load" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  return (await scriptBytes()) / BYTES_PER_KB;
}

/** A browser of the first customer's. */
async function logIn(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL });
  const data = { email: customerEmail(0), password: BENCH_PASSWORD };
  const reply = await (await context.request.post("/trpc/session.logIn", { data })).text();
  if (!reply.includes('"logged_in"')) throw new Error(`the customer could not log in: ${reply}`);
  return context;
}

/** Notes the scripts from now on; what is returned sums their compressed bodies, and throws when none has come. */
function watchScripts(page: Page): () => Promise<number> {
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => {
    if (new URL(request.url()).pathname.endsWith(".js")) scripts.push(request);
  });
  return async () => {
    if (scripts.length === 0) throw new Error("the page fetched no script");
    const sizes = await Promise.all(scripts.map((request) => request.sizes()));
    return sizes.reduce((bytes, { responseBodySize }) => bytes + responseBodySize, 0);
  };
}
