import { expect, test } from "vitest";
import { Latencies } from "./latencies";

function latenciesOf(...ms: number[]): Latencies {
  const latencies = new Latencies();
  for (const each of ms) latencies.add(each);
  return latencies;
}

test("percentiles do not depend on the order in which times came", () => {
  const latencies = latenciesOf(30, 10, 20, 40);
  expect(latencies.percentile(0.5)).toBe(30);
  expect(latencies.percentile(0)).toBe(10);
});

test("the highest percentile is the longest time", () => {
  expect(latenciesOf(1, 2, 3).percentile(1)).toBe(3);
});

test("of nothing there is no percentile", () => {
  expect(latenciesOf().percentile(0.5)).toBeNaN();
});
