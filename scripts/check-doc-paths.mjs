// Usage: node scripts/check-doc-paths.mjs — every path that a document names must exist.
//
// A path is the target of a relative link, or a word in backticks that starts at one of our folders (`docs/...`) or ends
// like a source file. What git ignores (build output, results) may be missing.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findFiles } from "./find-files.mjs";

const FOLDERS = readdirSync(".", { withFileTypes: true }).filter((entry) => entry.isDirectory());
const OUR_FOLDER = new RegExp(`^(${FOLDERS.map(({ name }) => name.replaceAll(".", "\\.")).join("|")})/`);
const SOURCE_FILE = /^[\w@.-]+\/.*\.(ts|tsx|mjs|json|md|sql|css|yaml)$/;
const NO_PATH = /[\s*<>{}$]|\.\.\.|…|^https?:|^mailto:|^#|^\/|^@/;

const missing = findFiles(":(glob)*.md", "docs/*.md").flatMap(missingIn);
for (const line of missing) console.error(line);
process.exit(missing.length > 0 ? 1 : 0);

function missingIn(file) {
  const text = readFileSync(file, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
  const words = [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, word]) => word)
    .filter((word) => OUR_FOLDER.test(word) || SOURCE_FILE.test(word));
  const paths = [...links, ...words].filter((path) => !NO_PATH.test(path));
  return paths
    .map((path) => path.replace(/(#.*|:\d+)$/, ""))
    .filter((path) => ![path, join(dirname(file), path)].some((each) => existsSync(each) || isIgnored(each)))
    .map((path) => `${file} names ${path}, which does not exist`);
}

function isIgnored(path) {
  return !path.startsWith("..") && spawnSync("git", ["check-ignore", "-q", path]).status === 0;
}
