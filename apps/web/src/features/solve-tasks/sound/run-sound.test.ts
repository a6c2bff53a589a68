import { expect, it } from "vitest";
import { nextSpeed, SPEEDS } from "./run-sound";
import { formatSoundTime } from "./use-sound-state";

it("speeds are walked one by one and end at either side", () => {
  expect(nextSpeed(1, "faster")).toBe(1.25);
  expect(nextSpeed(1, "slower")).toBe(0.75);
  expect(nextSpeed(SPEEDS.at(-1) ?? 0, "faster")).toBe(SPEEDS.at(-1));
  expect(nextSpeed(SPEEDS[0], "slower")).toBe(SPEEDS[0]);
});

it("a place in a sound is said in minutes and seconds", () => {
  expect(formatSoundTime(67.9)).toBe("1:07");
});
