// Usage: node scripts/compile-test-dollar.mjs — compiles the token that tests put on a local chain. Its bytecode is
// committed, so only whoever changes the contract needs the compiler.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const CONTRACT = resolve("packages/domain/src/testing/test-dollar.sol");
const COMPILER = "solc@0.8.37";

const folder = mkdtempSync(join(tmpdir(), "test-dollar-"));
try {
  const compile = ["exec", "--yes", `--package=${COMPILER}`, "--", "solcjs", "--bin", "--optimize"];
  const place = ["--base-path", resolve("packages/domain/src/testing"), "--output-dir", folder];
  execFileSync("npm", [...compile, ...place, CONTRACT], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const bytecode = readFileSync(join(folder, "test-dollar_sol_TestDollar.bin"), "utf8").trim();
  writeFileSync(CONTRACT.replace(/\.sol$/, ".bytecode.txt"), `0x${bytecode}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
