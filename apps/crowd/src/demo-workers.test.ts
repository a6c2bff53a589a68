import { expect, test } from "vitest";
import { demoWorkers } from "./demo-workers";

test("a crowd takes the last workers first", () => {
  expect(demoWorkers(3)).toEqual(["worker9@demo.test", "worker8@demo.test", "worker7@demo.test"]);
});

test("only the largest crowd takes the seat that is meant for a person", () => {
  expect(demoWorkers(8)).not.toContain("worker@demo.test");
  expect(demoWorkers(9).at(-1)).toBe("worker@demo.test");
});
