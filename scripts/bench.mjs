// Usage: node scripts/bench.mjs NAMES... — builds, then runs the benchmarks of these names, or all.
import { buildApps } from "./build-apps.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { handOverTo } from "./hand-over-to.mjs";

const NEED_BROWSER = ["gap", "page"];
const names = process.argv.slice(2);
const env = { ...process.env };

await buildApps();
if (names.length === 0 || names.some((name) => NEED_BROWSER.includes(name)))
  env.CHROMIUM_PATH = ensureChromium();
await handOverTo("tsx", ["bench/main.ts", ...names], env);
