// Usage: node scripts/soak.mjs [MINUTES] — random histories of the ledger for as long as you like (20 minutes), by night
// for example. Each run draws its own seed and prints it when a history fails.
import { handOverTo } from "./hand-over-to.mjs";

const minutes = Number(process.argv[2] ?? 20);
if (!(minutes > 0 && minutes <= 24 * 60)) {
  console.error("usage: node scripts/soak.mjs [MINUTES], at most a day");
  process.exit(2);
}
const test = ["run", "packages/domain/src/ledger/ledger.test.ts", "-t", "whatever happens in whatever order"];
await handOverTo("vitest", test, {
  ...process.env,
  SOAK_HISTORIES: "1000000",
  SOAK_MS: String(minutes * 60_000),
});
