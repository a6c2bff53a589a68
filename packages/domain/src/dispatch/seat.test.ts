import { expect, test } from "vitest";
import { type HeldTask, Seat } from "./seat";

const held = (taskId: number): HeldTask => ({
  taskId,
  leaseNo: 1,
  accountId: 1,
  kindNumber: 1,
  leaseMs: 30_000,
  leaseUntilMs: null,
  shareMicros: 120,
  params: {},
  widthPx: 100,
  heightPx: 40,
  pictures: 1,
});
const withdrawal = (taskId: number) =>
  ({ type: "withdraw", taskId, leaseNo: 1, reason: "task_ended" }) as const;

async function readAll(seat: Seat): Promise<number> {
  let count = 0;
  for await (const _ of seat.events(new AbortController().signal)) count++;
  return count;
}

test("a reader that takes nothing is dropped, with what was on its way", async () => {
  const seat = new Seat(1, "tab", "seat", 0);
  for (let i = 0; i < 1_000; i++) seat.push(withdrawal(i));
  expect(seat.closed).toBe(true);
  expect(await readAll(seat)).toBe(65);
});

test("the last word of a seat that is taken over comes after what was on its way", async () => {
  const seat = new Seat(1, "tab", "seat", 0);
  seat.push(withdrawal(1));
  seat.close({ type: "seat_taken" });
  seat.push(withdrawal(2));
  const types: string[] = [];
  for await (const event of seat.events(new AbortController().signal)) types.push(event.type);
  expect(types).toEqual(["withdraw", "seat_taken"]);
});

test("a reader that hangs up closes the seat", async () => {
  const seat = new Seat(1, "tab", "seat", 0);
  const hangUp = new AbortController();
  const reading = (async () => {
    for await (const _ of seat.events(hangUp.signal));
  })();
  hangUp.abort();
  await reading;
  expect(seat.closed).toBe(true);
});

test("a seat remembers for a while what it held, and no longer", () => {
  const seat = new Seat(1, "tab", "seat", 0);
  for (let taskId = 1; taskId <= 33; taskId++) {
    seat.current = held(taskId);
    seat.remove(taskId, 1);
  }
  expect([seat.heldRecently(33, 1), seat.heldRecently(2, 1), seat.heldRecently(1, 1)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("a worker wants a task ahead a moment after getting the current one, not at once", () => {
  const seat = new Seat(1, "tab", "seat", 0);
  seat.ready = true;
  expect(seat.wantsAheadInMs()).toBeNull();
  seat.current = held(1);
  expect(seat.wantsAheadInMs()).toBeGreaterThan(0);
  seat.ahead = [held(2)];
  expect(seat.wantsAheadInMs()).toBeNull();
});
