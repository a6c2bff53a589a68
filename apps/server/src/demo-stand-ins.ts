import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const STAND_INS_MAIN = fileURLToPath(new URL("../../stand-ins/dist/main.js", import.meta.url));
/** What every stand-in's siteverify takes. */
export const STAND_IN_SECRET = "stand-in-secret";
/** A key of the stand-ins, whose score is 0.9. */
export const DEMO_V3_SITE_KEY = "6Ldemo-sightline-measures-v3-scores-S9--";
const START_MS_MAX = 10_000;

export interface RunningStandIns {
  url: string;
  stop(): Promise<void>;
}

/** The demo's stand-ins for the vendors of challenges, in a process of their own that ends with this one. */
export async function startStandIns(): Promise<RunningStandIns> {
  const child = spawn(process.execPath, [STAND_INS_MAIN], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the stand-ins did not start")), START_MS_MAX);
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /stand-ins (\S+)\n/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    });
    child.once("exit", () => reject(new Error("the stand-ins ended at once")));
  });
  return {
    url,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
