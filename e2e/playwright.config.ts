import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

const folders = (process.env.PATH ?? "").split(delimiter);
const chromium =
  process.env.CHROMIUM_PATH ?? folders.map((folder) => join(folder, "chromium")).find(existsSync);

/**
 * Journeys of people through the built product, in a real Chromium. Every Playwright worker starts a demo of its own
 * (journey.ts) and runs one test at a time, so tests never meet in a queue.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/journeys",
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: "list",
  use: {
    browserName: "chromium",
    headless: true,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    // Costs a third of the time; `--trace on` tells everything about one test.
    trace: "off",
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      // Chromium starts as root, draws without a graphics card, and asks nothing of anybody.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
