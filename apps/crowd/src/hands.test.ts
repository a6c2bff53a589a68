import type { Assignment, WorkEvent } from "@sightline/contract/work";
import { expect, test } from "vitest";
import { Hands } from "./hands";

function task(taskId: number, position: Assignment["position"]): Assignment {
  return {
    taskId,
    leaseNo: 1,
    kind: "image",
    position,
    leaseUntilMs: position === "current" ? 30_000 : null,
    leaseMs: 30_000,
    imageUrl: "data:image/png;base64,",
    widthPx: 1,
    heightPx: 1,
    files: [],
    hints: {},
    payMicros: 120,
  };
}

function hello(tasks: Assignment[]): WorkEvent {
  const figures = { queued: 0, pendingMicros: 0, todayMicros: 0, answeredToday: 0 };
  return { type: "hello", serverNowMs: 0, seatId: "seat", tasks, figures };
}

test("the current task comes before the one ahead", () => {
  const hands = new Hands();
  hands.take(hello([task(2, "ahead"), task(1, "current")]));
  expect(hands.next?.taskId).toBe(1);
});

test("a new connection replaces all that was known", () => {
  const hands = new Hands();
  hands.take(hello([task(1, "current")]));
  hands.take(hello([task(3, "current")]));
  expect(hands.holds({ taskId: 1, leaseNo: 1 })).toBe(false);
  expect(hands.next?.taskId).toBe(3);
});

test("a task that is withdrawn is not worked on", () => {
  const hands = new Hands();
  hands.take(hello([task(1, "current")]));
  hands.take({ type: "withdraw", taskId: 1, leaseNo: 1, reason: "lease_ended" });
  expect(hands.next).toBeUndefined();
});

test("a task that is told twice is held once", () => {
  const hands = new Hands();
  hands.take({ type: "assign", serverNowMs: 0, task: task(1, "current") });
  hands.take({ type: "assign", serverNowMs: 0, task: task(1, "current") });
  hands.drop({ taskId: 1, leaseNo: 1 });
  expect(hands.next).toBeUndefined();
});

test("a seat that another tab has taken is said so", () => {
  expect(new Hands().take({ type: "seat_taken" })).toEqual({ seatTaken: true });
});
