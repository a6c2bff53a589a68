import { setFlagsFromString } from "node:v8";
import { pino } from "pino";
import { readConfig, type ServerConfig } from "./config";
import { crowdSize } from "./demo-crowd";
import { demoWelcome } from "./demo-welcome";
import { inviteAdminAtMachine } from "./invite-admin-at-machine";
import { serve } from "./serve";

// What is held is small and what passes through is large: without this the heap grows to several times of what lives
// in it before it is collected, and the process with it. At 20 % collecting took a quarter of the processor's time under
// load, at 60 % half of that and hardly more memory.
setFlagsFromString("--heap-growing-percent=60");

const STOP_MS_MAX = 15_000;

/** The composition root: `main.js demo|start|admin`. */
async function main([mode, ...args]: readonly string[]): Promise<void> {
  const config = readConfig(mode === "demo" ? "demo" : "start", process.env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  if (mode === "admin") return inviteAdminAtMachine(config, log, args[0]);
  if (mode !== "demo" && mode !== "start") throw new Error("usage: main.js demo|start|admin");
  await run(config, log, mode === "demo" ? crowdSize(args) : 0);
}

async function run(config: ServerConfig, log: pino.Logger, crowd: number): Promise<void> {
  console.error("starting the database and the server …");
  const stopAsked = signalReceived();
  const server = await serve(config, log, crowd);
  console.log(
    config.mode === "demo"
      ? demoWelcome(config.port, crowd, server.standInUrl)
      : `Sightline is ready on port ${config.port}.`,
  );
  await stopAsked;
  console.error("stopping …");
  setTimeout(() => {
    console.error("stopping took too long; ending now");
    process.exit(1);
  }, STOP_MS_MAX).unref();
  await server.stop();
}

function signalReceived(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`sightline: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
