import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The browser that CHROMIUM_PATH names, or the system's. Throws, in one line, where there is none. */
export function findChromium(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [process.env.CHROMIUM_PATH, ...folders.map((folder) => join(folder, "chromium"))];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error("Chromium is missing: install it or set CHROMIUM_PATH");
  return found;
}
