// Usage: node scripts/run-server.mjs demo|start|admin ARGS... — builds, then runs the server in the given mode.
import { buildApps } from "./build-apps.mjs";
import { handOverTo } from "./hand-over-to.mjs";

const MODES = ["demo", "start", "admin"];
const [mode, ...args] = process.argv.slice(2);

if (!MODES.includes(mode)) {
  console.error(`usage: node scripts/run-server.mjs ${MODES.join("|")}`);
  process.exit(2);
}
await buildApps(mode === "admin" ? "@sightline/server" : undefined);
await handOverTo(process.execPath, ["apps/server/dist/main.js", mode, ...args]);
