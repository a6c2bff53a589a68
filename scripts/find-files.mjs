import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The files that git knows or would take, as paths from the root; `patterns` are git's ("docs", "*.md"). */
export function findFiles(...patterns) {
  const git = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ...patterns];
  const files = execFileSync("git", git, { encoding: "utf8", maxBuffer: 64_000_000 }).split("\0");
  return files.filter((file) => file && existsSync(file));
}
