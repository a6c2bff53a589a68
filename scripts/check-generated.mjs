// Usage: node scripts/check-generated.mjs — what scripts/generate-*.mjs write must be what is there.
import { readdirSync } from "node:fs";
import { runQuietly } from "./run-quietly.mjs";

const generators = readdirSync("scripts").filter((name) => /^generate-.*\.mjs$/.test(name));
for (const generator of generators) {
  const { code, output } = await runQuietly(process.execPath, [`scripts/${generator}`, "--check"]);
  if (code === 0) continue;
  console.error(`${output.trim()}\nrun: node scripts/${generator}`);
  process.exitCode = 1;
}
