// Usage: node scripts/check.mjs — everything that can be said about the code without running it.
import { availableParallelism } from "node:os";
import { runQuietly } from "./run-quietly.mjs";

const FOLDERS = ["apps", "packages", "e2e", "bench", "scripts"];

// The longest first, so that the short ones fill the gaps.
const STEPS = [
  ["types", "turbo", "run", "typecheck", "--output-logs=errors-only", "--continue"],
  // Only ever with folders: without them it walks node_modules where there is no git.
  ["lint", "oxlint", "--type-aware", "--deny-warnings", ...FOLDERS],
  ["dead code", "knip", "--no-progress"],
  ["migrations", "node", "scripts/check-migrations.mjs"],
  ["format", "biome", "check", "--error-on-warnings", "."],
  ["package borders", "turbo", "boundaries"],
  ["layers", "node", "scripts/check-layers.mjs"],
  ["documentation paths", "node", "scripts/check-doc-paths.mjs"],
  ["generated files", "node", "scripts/check-generated.mjs"],
];

const waiting = [...STEPS];
let failures = 0;
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
process.exit(failures > 0 ? 1 : 0);

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command, ...args] = step;
    const { code, output, duration } = await runQuietly(command, args);
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${duration})`);
    if (code === 0) continue;
    failures += 1;
    console.log(`${output.trim()}\n`);
  }
}
