import { expect, it } from "vitest";
import { createServerClock } from "./server-clock";

/** The local clock reads `at.ms`; the server's is 5,000 ms ahead of it. */
function aClock() {
  const at = { ms: 0 };
  const clock = createServerClock(() => at.ms);
  const hear = (localMs: number, delayMs: number) => {
    at.ms = localMs;
    clock.learn(localMs + 5_000 - delayMs);
  };
  return { clock, hear };
}

it("takes the server's time as this machine's until it has heard any", () => {
  expect(createServerClock(() => 0).toLocalMs(7_000)).toBe(7_000);
});

it("believes the least delayed of the last messages", () => {
  const { clock, hear } = aClock();
  for (const [atMs, delayMs] of [
    [1_000, 300],
    [2_000, 20],
    [3_000, 900],
  ] as const) {
    hear(atMs, delayMs);
  }
  expect(clock.toLocalMs(65_000)).toBe(60_020);
});

it("forgets a message once eight newer ones have come", () => {
  const { clock, hear } = aClock();
  hear(1_000, -400);
  for (let n = 0; n < 8; n += 1) hear(2_000 + n, 50);
  expect(clock.toLocalMs(65_000)).toBe(60_050);
});
