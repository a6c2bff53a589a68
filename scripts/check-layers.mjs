// Usage: node scripts/check-layers.mjs — imports only go down.
//
// `turbo boundaries` sees to it that a package imports only what its package.json names, and never a file of another
// package by its path. So the package.json files decide who may import whom, and LAYERS decides what they may name.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findFiles } from "./find-files.mjs";

/**
 * From the top down; a package may name those of lower layers. `devOnly`: for tests, so only as a devDependency.
 * `usedBy`: what stands beside the way down is for these layers alone.
 */
const LAYERS = [
  { name: "apps", has: (folder) => /^(apps\/[^/]+|e2e|bench)$/.test(folder) },
  { name: "api", has: (folder) => folder === "packages/api" },
  { name: "domain", has: (folder) => folder === "packages/domain" },
  { name: "testing", has: (folder) => folder === "packages/testing", devOnly: true },
  { name: "db", has: (folder) => folder === "packages/db" },
  { name: "ui", has: (folder) => folder === "packages/ui", usedBy: ["apps"] },
  { name: "contract", has: (folder) => folder === "packages/contract" },
];

/** The same within the web app, by the first folder under src; a file outside of these is above them all. */
const WEB_LAYERS = ["app", "routes", "features", "components", "lib", "text"];

/** They reach the server over HTTP and know the api by its types alone. */
const CLIENTS = ["apps/web", "apps/crowd"];

const FOR_TESTS = /\.test\.tsx?$|\/src\/(.+\/)?(testing|fixtures)\//;
const SQL_WRITE =
  /\b(insert\s+into|delete\s+from|merge\s+into|update\s+(only\s+)?[\w."${}]+\s+(as\s+\w+\s+)?set)\s|\b(db|database|tx|transaction)\.(insert|update|delete)\(/i;
const IMPORT =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

const complaints = [];
const packages = findFiles("*package.json")
  .map(readPackage)
  .filter(({ folder }) => folder !== ".");
const layerOf = (folder) => LAYERS.findIndex((layer) => layer.has(folder));

for (const each of packages) checkPackage(each);
for (const file of findFiles("apps/*.ts", "apps/*.tsx", "packages/*.ts", "packages/*.tsx")) {
  if (!FOR_TESTS.test(file)) checkSource(file);
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);

function readPackage(file) {
  const { name, dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, "utf8"));
  return { folder: dirname(file), name, dependencies, devDependencies };
}

function checkPackage({ folder, dependencies, devDependencies }) {
  const own = layerOf(folder);
  if (own < 0) complaints.push(`${folder} stands in no layer: give it one in scripts/check-layers.mjs`);
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const used = packages.find((each) => each.name === name);
    if (!used) continue;
    const layer = LAYERS[layerOf(used.folder)];
    const inProduct = name in dependencies;
    if (layerOf(used.folder) <= own)
      complaints.push(`${folder} may not use ${name}: it is not in a lower layer`);
    if (layer?.usedBy && !layer.usedBy.includes(LAYERS[own]?.name))
      complaints.push(`${folder} may not use ${name}`);
    if (inProduct && layer?.devOnly) complaints.push(`${folder} may use ${name} only as a devDependency`);
    if (inProduct && layer?.name === "api" && CLIENTS.includes(folder)) {
      complaints.push(`${folder} knows ${name} by its types alone: make it a devDependency`);
    }
  }
}

function checkSource(file) {
  const source = withoutComments(readFileSync(file, "utf8"));
  const owner = packages.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!owner) return;
  for (const [, type, from, dynamic] of source.matchAll(IMPORT)) {
    const target = from ?? dynamic;
    checkDevImport(file, owner, target, Boolean(type));
    if (owner.folder === "apps/web" && target.startsWith("."))
      checkWebImport(file, join(dirname(file), target));
  }
  const write = owner.folder === "packages/domain" ? undefined : SQL_WRITE.exec(source)?.[0];
  if (write) complaints.push(`${file} writes a table ("${write.trim()}"): only packages/domain does`);
}

/** What only a devDependency offers is not there in the product; its types are. */
function checkDevImport(file, { devDependencies }, target, isType) {
  const name = target.split("/").slice(0, 2).join("/");
  const isOurs = packages.some((each) => each.name === name);
  if (isOurs && name in devDependencies && !isType && /^(apps|packages)\/[^/]+\/src\//.test(file)) {
    complaints.push(`${file} may import ${target} only with "import type"`);
  }
}

function checkWebImport(file, target) {
  const [from, to] = [file, target].map((path) => path.replace("apps/web/src/", "").split("/"));
  const [fromLayer, toLayer] = [from, to].map(([folder]) => WEB_LAYERS.indexOf(folder));
  if (toLayer < fromLayer)
    complaints.push(`${file} may not import ${target}: imports go ${WEB_LAYERS.join(" -> ")}`);
  if (from[0] === "features" && to[0] === "features" && from[1] !== to[1]) {
    complaints.push(`${file} may not import ${target}: no feature knows another`);
  }
}

function withoutComments(source) {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
