// Usage: node scripts/check-migrations.mjs — the schema in the code must be the one that the migrations make.
//
// Lets drizzle-kit generate into a copy of drizzle/: a new migration there is one that is missing here.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { runQuietly } from "./run-quietly.mjs";

const scratch = mkdtempSync(join(tmpdir(), "sightline-migrations-"));
try {
  await check();
} finally {
  rmSync(scratch, { recursive: true });
}

async function check() {
  const copy = join(scratch, "drizzle");
  cpSync("drizzle", copy, { recursive: true });
  const known = new Set(readdirSync(copy));
  const config = join(scratch, "drizzle.config.mjs");
  const original = JSON.stringify(resolve("drizzle.config.ts"));
  const out = JSON.stringify(relative(process.cwd(), copy));
  writeFileSync(config, `import config from ${original};\nexport default { ...config, out: ${out} };\n`);
  const { code, output } = await runQuietly("drizzle-kit", [
    "generate",
    `--config=${config}`,
    "--name=missing",
  ]);
  const missing = readdirSync(copy).filter((file) => file.endsWith(".sql") && !known.has(file));
  if (code === 0 && missing.length === 0) return;
  for (const file of missing) console.error(readFileSync(join(copy, file), "utf8"));
  console.error(missing.length > 0 ? "a migration is missing: npm run db:generate" : output.trim());
  process.exitCode = 1;
}
