// Usage: node scripts/bootstrap.mjs COMMAND ARGS...
//
// Runs a command of this project from any checkout, installing what it needs first when that has changed. The package
// manager comes through npm at the version that package.json pins; nothing is installed outside the checkout
// but the two managers' own caches. Every npm script goes through here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { handOverTo } from "./hand-over-to.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { withLock } from "./with-lock.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { packageManager, engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const stampFile = join(root, "node_modules", ".bootstrap-stamp");

process.chdir(root);
refuseOldNode();
const env = cleanEnvironment();
if (!isInstalled()) await withLock("install", install);

const [command, ...args] = process.argv.slice(2);
if (command) {
  env.PATH = join(root, "node_modules", ".bin") + delimiter + env.PATH;
  await handOverTo(command, args, env);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [majorMin, minorMin] = engines.node.match(/\d+/g).map(Number);
  if (major > majorMin || (major === majorMin && minor >= minorMin)) return;
  fail(`Node ${majorMin}.${minorMin} or newer is needed; this is ${process.versions.node}`);
}

/** Settings that npm puts into the environment of its scripts would be taken by pnpm for its own. */
function cleanEnvironment() {
  const ownToNpm = /^npm_(config_(?!registry|cafile|.*proxy|cache|userconfig)|package_|lifecycle_)/i;
  const kept = Object.entries(process.env).filter(([name]) => !ownToNpm.test(name));
  return { ...Object.fromEntries(kept), TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp();
}

/** Changes with whatever would make an install come out differently. */
function stamp() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`).digest("hex");
}

async function install() {
  if (isInstalled()) return;
  requireTool("npm", "it comes with Node");
  requireTool("git", "the build cache reads the checkout with it; on Debian: apt-get install git");
  console.error(`installing dependencies with ${packageManager} …`);
  rmSync(stampFile, { force: true });
  // --yes and the confirmation: nobody is there to answer, and some machines' npmrc says no.
  const npm = ["exec", "--yes", `--package=${packageManager}`, "--", "pnpm", "install"];
  const pnpm = ["--frozen-lockfile", "--prefer-offline", "--config.confirm-modules-purge=false"];
  const { code, output, duration } = await runQuietly("npm", [...npm, ...pnpm], env);
  if (code !== 0) {
    console.error(output);
    fail(`the dependencies could not be installed (after ${duration}); what went wrong stands above`, code);
  }
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(stampFile, stamp());
  console.error(`installed in ${duration}`);
}

function requireTool(tool, advice) {
  if (spawnSync(tool, ["--version"], { stdio: "ignore", env }).error) fail(`${tool} is missing: ${advice}`);
}

function fail(line, code = 1) {
  console.error(line);
  process.exit(code);
}
