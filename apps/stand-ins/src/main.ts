import { startStandIns } from "./start-stand-ins";

// Usage: main.js [--port PORT] — says where it listens in one line, and ends with SIGTERM or when its parent has gone.
const at = process.argv.indexOf("--port");
const standIns = await startStandIns(at < 0 ? 0 : Number(process.argv[at + 1]));
// An open pipe from the parent would keep the process alive.
const end = () => void standIns.stop().finally(() => process.exit(0));
process.once("SIGTERM", end);
process.once("SIGINT", end);
process.stdin.once("end", end).resume();
// Said last: whoever reads it may end this process at once.
console.log(`stand-ins ${standIns.url}`);
