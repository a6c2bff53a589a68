// Usage: node scripts/ensure-chromium.mjs — prints the path of a Chromium that Playwright can drive.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Finds the browser that CHROMIUM_PATH names, one of the system's, or Playwright's own; on Debian, root gets the system's
 * installed. Throws, in one line, where there is none.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    console.error("installing Debian's chromium …");
    const complaint = installWithApt();
    const installed = findChromium();
    if (installed) return installed;
    throw new Error(`Chromium could not be installed (${complaint}): install it or set CHROMIUM_PATH`);
  }
  throw new Error("Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH");
}

function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, ...NAMES.map(onPath), MAC, playwrightsOwn()];
  return candidates.find((path) => path && existsSync(path));
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

function playwrightsOwn() {
  try {
    const require = createRequire(new URL("../e2e/package.json", import.meta.url));
    return require("@playwright/test").chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Returns the last line of what went wrong, if anything did. */
function installWithApt() {
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  for (const args of [["update"], install]) {
    const apt = spawnSync("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=300", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    // An update that fails matters only if the package then cannot be had.
    if (apt.status !== 0 && args === install) return apt.stderr.trim().split("\n").at(-1);
  }
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
