import { parseArgs } from "node:util";
import { z } from "zod";
import { DEMO_WORKERS_MAX } from "./demo-workers";

const optionsSchema = z.object({
  url: z.url(),
  workers: z.coerce.number().int().min(1).max(DEMO_WORKERS_MAX),
  "error-rate": z.coerce.number().min(0).max(1),
  speed: z.coerce.number().min(0.1).max(100),
});

export interface CrowdOptions {
  /** Where the server is, without a path. */
  url: string;
  workers: number;
  /** Share of answers, from 0 to 1, that are not what the picture says. */
  errorRate: number;
  /** How many times as fast as people. */
  speed: number;
}

export const USAGE = `usage: main.js --url http://127.0.0.1:3000 [--workers 1-${DEMO_WORKERS_MAX}] [--error-rate 0.04] [--speed 1]`;

/** Throws, in one line, on an argument that is unknown or out of range. */
export function readCrowdOptions(args: readonly string[]): CrowdOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: "string", default: "http://127.0.0.1:3000" },
      workers: { type: "string", default: "5" },
      "error-rate": { type: "string", default: "0.04" },
      speed: { type: "string", default: "1" },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`--${String(issue?.path[0])}: ${issue?.message}`);
  }
  const { url, workers, speed, "error-rate": errorRate } = parsed.data;
  return { url: url.replace(/\/$/, ""), workers, errorRate, speed };
}
