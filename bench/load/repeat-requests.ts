import type { Faults } from "./faults";

export interface RepeatOptions<Caller> {
  /** Each asks, waits for the answer and asks again. */
  callers: readonly Caller[];
  ask(caller: Caller): Promise<void>;
  warmUpMs: number;
  ms: number;
  faults: Faults;
}

/** Requests answered per second while every caller always has one under way. */
export async function repeatRequests<Caller>(options: RepeatOptions<Caller>): Promise<{ perS: number }> {
  const { callers, ask, warmUpMs, ms, faults } = options;
  let answered = 0;
  let stopped = false;
  const running = callers.map(async (caller) => {
    while (!stopped && faults.none) {
      try {
        await ask(caller);
        answered++;
      } catch (error) {
        faults.add(String(error));
      }
    }
  });
  await pause(warmUpMs);
  const before = answered;
  const startMs = performance.now();
  await pause(ms);
  const perS = ((answered - before) / (performance.now() - startMs)) * 1_000;
  stopped = true;
  await Promise.all(running);
  faults.throwIfAny();
  return { perS };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
