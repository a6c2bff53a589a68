import { expect, test } from "vitest";
import { readCrowdOptions } from "./crowd-options";

test("without arguments five people with few errors work on this machine", () => {
  expect(readCrowdOptions([])).toEqual({
    url: "http://127.0.0.1:3000",
    workers: 5,
    errorRate: 0.04,
    speed: 1,
  });
});

test("arguments are read as they are written", () => {
  const args = ["--url", "http://localhost:4000/", "--workers", "2", "--error-rate", "0"];
  expect(readCrowdOptions(args)).toMatchObject({ url: "http://localhost:4000", workers: 2, errorRate: 0 });
});

test("more workers than the demo has are refused by name", () => {
  expect(() => readCrowdOptions(["--workers", "10"])).toThrow(/^--workers/);
});
