import { sweepKeySpend } from "../api-keys/sweep-key-spend";
import { writeKeySpend } from "../api-keys/write-key-spend";
import type { Service } from "./service";

export const writeKeySpendService: Service = {
  name: "write-key-spend",
  everyMs: 1_000,
  runOnce: async (ctx) => (await writeKeySpend(ctx)).written,
};

export const sweepKeySpendService: Service = {
  name: "sweep-key-spend",
  everyMs: 3_600_000,
  runOnce: sweepKeySpend,
};
