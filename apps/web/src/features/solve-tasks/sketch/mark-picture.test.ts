import type { Assignment } from "@sightline/contract/work";
import { expect, it } from "vitest";
import { stepSession } from "../step-session";
import { newSession, type SessionInput, taskOnScreen, type WorkSession } from "../work-session";
import { sketchOnScreen } from "./task-sketch";

function aTask(taskId: number, more: Partial<Assignment> = {}): Assignment {
  return {
    taskId,
    leaseNo: 1,
    kind: "grid",
    position: taskId === 1 ? "current" : "ahead",
    leaseUntilMs: taskId === 1 ? 45_000 : null,
    leaseMs: 45_000,
    imageUrl: "data:image/png;base64,",
    widthPx: 300,
    heightPx: 300,
    files: [],
    hints: { rows: 3, cols: 3 },
    payMicros: 120,
    ...more,
  };
}

const figures = { queued: 0, pendingMicros: 0, todayMicros: 0, answeredToday: 0 };
const hello = (...tasks: Assignment[]): SessionInput => ({
  type: "hello",
  serverNowMs: 0,
  seatId: "seat",
  tasks,
  figures,
});
const cell = (number: number): SessionInput => ({ type: "mark", mark: { mark: "cell", cell: number } });
const place = (x: number, y: number): SessionInput => ({
  type: "mark",
  mark: { mark: "place", point: { x, y } },
});
const enter: SessionInput = { type: "answer" };

/** Plays inputs one second apart, and says what it came to. */
function play(inputs: readonly SessionInput[], from: WorkSession = newSession()) {
  let session = from;
  const sent: unknown[] = [];
  for (const [i, input] of inputs.entries()) {
    const step = stepSession(session, input, (i + 1) * 1_000);
    session = step.session;
    sent.push(
      ...step.orders.flatMap((order) =>
        order.type === "send" && order.act.act === "answer" ? [order.act.solution ?? order.act.text] : [],
      ),
    );
  }
  const onScreen = taskOnScreen(session)?.taskId ?? null;
  return { session, sent, onScreen, sketch: sketchOnScreen(session), notice: session.notice };
}

it("sends the marks, and the next picture has none", () => {
  const { sent, onScreen, sketch } = play([hello(aTask(1), aTask(2)), cell(4), cell(2), enter]);
  expect(sent).toEqual([{ shape: "cells", cells: [4, 2] }]);
  expect(onScreen).toBe(2);
  expect(sketch).toEqual({ shape: "cells", cells: [] });
});

it("sends nothing before something is marked", () => {
  const { sent, notice } = play([hello(aTask(1)), enter]);
  expect(sent).toEqual([]);
  expect(notice).toEqual({ kind: "breach", breach: "too_few" });
});

it("sends nothing with fewer marks than the customer asks for", () => {
  const task = aTask(1, { hints: { rows: 3, cols: 3, minClicks: 2 } });
  expect(play([hello(task), cell(4), enter])).toMatchObject({
    sent: [],
    notice: { kind: "breach", breach: "too_few" },
    sketch: { cells: [4] },
  });
});

it("takes no more marks than the customer allows, and says so", () => {
  const task = aTask(1, { hints: { rows: 3, cols: 3, maxClicks: 1 } });
  expect(play([hello(task), cell(4), cell(5)])).toMatchObject({
    notice: { kind: "breach", breach: "too_many" },
    sketch: { cells: [4] },
  });
});

it("says that nothing matches only where the customer takes that answer", () => {
  const noMatch: SessionInput = { type: "no_match" };
  expect(play([hello(aTask(1)), noMatch]).sent).toEqual([]);
  const task = aTask(1, { hints: { canNoAnswer: true } });
  expect(play([hello(task), cell(3), noMatch]).sent).toEqual([{ shape: "none" }]);
});

it("Enter closes an area before it sends", () => {
  const corners = [place(1, 1), place(9, 1), place(9, 9)];
  const draw = [hello(aTask(1, { kind: "draw", hints: {} })), ...corners];
  expect(play([...draw, enter]).sent).toEqual([]);
  expect(play([...draw, enter, enter]).sent).toMatchObject([{ shape: "areas", areas: [{ length: 3 }] }]);
});

it("Enter goes through all pictures that are to be turned before it sends", () => {
  const picture = { role: "picture" as const, url: "data:,", widthPx: 9, heightPx: 9 };
  const task = aTask(1, { kind: "rotate", hints: { angle: 30 }, files: [picture] });
  const turn: SessionInput = { type: "mark", mark: { mark: "turn", turns: 2 } };
  expect(play([hello(task), turn, enter]).sent).toEqual([]);
  expect(play([hello(task), turn, enter, enter]).sent).toEqual([{ shape: "angles", angles: [60, 0] }]);
});

it("a box with one corner is not sent as if it were none", () => {
  const task = aTask(1, { kind: "box", hints: {} });
  const box = [place(1, 1), place(9, 9)];
  expect(play([hello(task), ...box, place(20, 20), enter])).toMatchObject({
    sent: [],
    notice: { breach: "open_box" },
  });
});

it("an answer that is taken back has its marks again", () => {
  const { sketch, onScreen } = play([hello(aTask(1), aTask(2)), cell(4), enter, { type: "take_back" }]);
  expect(onScreen).toBe(1);
  expect(sketch).toEqual({ shape: "cells", cells: [4] });
});

it("an answer that the server cannot take comes back with its marks", () => {
  const refused: SessionInput = { type: "act_result", key: "1:1", outcome: "outside" };
  const { sketch, notice } = play([hello(aTask(1), aTask(2)), cell(4), enter, refused]);
  expect(sketch).toEqual({ shape: "cells", cells: [4] });
  expect(notice).toEqual({ kind: "refused", outcome: "outside" });
});

it("marks go with their picture, and never become text", () => {
  const text = aTask(2, { kind: "image", hints: {} });
  const withdraw: SessionInput = { type: "withdraw", taskId: 1, leaseNo: 1, reason: "lease_ended" };
  const { session, notice } = play([hello(aTask(1), text), cell(4), withdraw]);
  expect(session.field).toEqual({ text: "", of: "2:1" });
  expect(notice).toEqual({ kind: "gone", reason: "lease_ended", text: "" });
});

it("a reload brings the marks back with their picture", () => {
  const { session } = play([hello(aTask(1)), cell(4)]);
  expect(play([hello(aTask(1))], newSession(session.field)).sketch).toEqual({ shape: "cells", cells: [4] });
});

it("a reload without its picture leaves no marks behind", () => {
  const { session } = play([hello(aTask(1)), cell(4)]);
  const reloaded = play([hello(aTask(2, { kind: "image", hints: {} }))], newSession(session.field));
  expect(reloaded.session.field.text).toBe("");
  expect(reloaded.notice).toEqual({ kind: "gone", reason: "lease_ended", text: "" });
});
