import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("things are measured one after the other, round by round", async () => {
  const order: string[] = [];
  const measure = (name: string, value: number) => async () => {
    order.push(name);
    return value;
  };
  await inTurn(2, { ours: measure("ours", 1), bare: measure("bare", 2) });
  expect(order).toEqual(["ours", "bare", "ours", "bare"]);
});

test("each gets the mean of its rounds", async () => {
  const values = [10, 20];
  const { ours } = await inTurn(2, { ours: async () => values.shift() ?? 0 });
  expect(ours).toBe(15);
});
