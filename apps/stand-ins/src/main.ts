import { startStandIns } from "./start-stand-ins";

// Usage: main.js [--port PORT] — says where it listens in one line, and ends with SIGTERM or when its parent has gone.
const at = process.argv.indexOf("--port");
const standIns = await startStandIns(at < 0 ? 0 : Number(process.argv[at + 1]));
console.log(`stand-ins ${standIns.url}`);
process.once("SIGTERM", () => void standIns.stop());
process.once("SIGINT", () => void standIns.stop());
process.stdin.once("end", () => void standIns.stop()).resume();
