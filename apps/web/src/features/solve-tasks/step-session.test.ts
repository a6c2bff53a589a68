import type { Assignment, FloorFigures, WorkEvent } from "@sightline/contract/work";
import { describe, expect, it } from "vitest";
import { leaseKey } from "./lease-key";
import { stepSession } from "./step-session";
import {
  isOldText,
  newSession,
  type Order,
  type SessionInput,
  taskOnScreen,
  type WorkSession,
} from "./work-session";

const figures: FloorFigures = { queued: 3, pendingMicros: 240, todayMicros: 1_200, answeredToday: 10 };

function aTask(taskId: number, more: Partial<Assignment> = {}): Assignment {
  return {
    taskId,
    leaseNo: 1,
    kind: "image",
    position: "current",
    leaseUntilMs: 30_000,
    leaseMs: 30_000,
    imageUrl: "data:image/png;base64,",
    widthPx: 160,
    heightPx: 60,
    files: [],
    hints: {},
    payMicros: 120,
    ...more,
  };
}

const ahead = (taskId: number, more: Partial<Assignment> = {}) =>
  aTask(taskId, { position: "ahead", leaseUntilMs: null, ...more });
const hello = (...tasks: Assignment[]): WorkEvent => ({
  type: "hello",
  serverNowMs: 0,
  seatId: "seat",
  tasks,
  figures,
});
const assign = (task: Assignment): WorkEvent => ({ type: "assign", serverNowMs: 0, task });
const typed = (text: string): SessionInput => ({ type: "typed", text });
const enter: SessionInput = { type: "answer" };
const later = (ms: number) => ({ waitMs: ms });

/** Plays inputs one second apart unless told otherwise, and says what it came to. */
function play(...script: (SessionInput | { waitMs: number })[]) {
  let session: WorkSession = newSession();
  const orders: Order[] = [];
  let nowMs = 0;
  let waited = false;
  for (const input of script) {
    if ("waitMs" in input) {
      nowMs += input.waitMs;
      waited = true;
      continue;
    }
    if (!waited) nowMs += 1_000;
    waited = false;
    const step = stepSession(session, input, nowMs);
    session = step.session;
    orders.push(...step.orders);
  }
  const sent = orders.flatMap((order) => (order.type === "send" ? [order.act] : []));
  return { session, orders, sent, onScreen: taskOnScreen(session)?.taskId ?? null, text: session.field.text };
}

describe("answering", () => {
  it("sends the trimmed text and shows the next task at once with an empty field", () => {
    const { sent, onScreen, text } = play(hello(aTask(1), ahead(2)), typed("  w9k "), enter);
    expect(sent).toEqual([{ taskId: 1, leaseNo: 1, act: "answer", text: "w9k" }]);
    expect(onScreen).toBe(2);
    expect(text).toBe("");
  });

  it.each(["", "   ", "\t"])("does nothing on the empty field %j", (nothing) => {
    const { sent, onScreen } = play(hello(aTask(1), ahead(2)), typed(nothing), enter);
    expect(sent).toEqual([]);
    expect(onScreen).toBe(1);
  });

  it("never answers the next picture with a double Enter", () => {
    const { sent, onScreen } = play(
      hello(aTask(1), ahead(2)),
      typed("a"),
      enter,
      later(5),
      enter,
      later(400),
      enter,
    );
    expect(sent).toHaveLength(1);
    expect(onScreen).toBe(2);
  });

  it("takes an Enter right after the switch when the field was typed into since", () => {
    const { sent } = play(
      hello(aTask(1), ahead(2)),
      typed("a"),
      enter,
      later(5),
      typed("b"),
      later(5),
      enter,
    );
    expect(sent.map((act) => act.taskId)).toEqual([1, 2]);
  });

  it("keeps text that was typed before the first picture came, and sends it on Enter", () => {
    const early = play(typed("early"), hello(), assign(aTask(1)));
    expect(early.text).toBe("early");
    const { sent } = play(typed("early"), hello(), assign(aTask(1)), enter);
    expect(sent).toEqual([{ taskId: 1, leaseNo: 1, act: "answer", text: "early" }]);
  });

  it("keeps an answer that breaks a hard hint and says which", () => {
    const { sent, session, text } = play(hello(aTask(1, { hints: { numeric: 1 } })), typed("a1"), enter);
    expect(sent).toEqual([]);
    expect(text).toBe("a1");
    expect(session.notice).toEqual({ kind: "breach", breach: "not_numeric" });
  });

  it("starts the clock of the next task when the server says so", () => {
    const start: WorkEvent = { type: "start", serverNowMs: 0, taskId: 2, leaseNo: 1, leaseUntilMs: 77_000 };
    const { session } = play(hello(aTask(1), ahead(2)), typed("a"), enter, start);
    expect(taskOnScreen(session)).toMatchObject({ position: "current", leaseUntilMs: 77_000 });
  });

  it("refuses to answer once fifty acts wait for the server", () => {
    const { sent, session } = play(hello(aTask(1)), { type: "waiting", count: 50 }, typed("a"), enter);
    expect(sent).toEqual([]);
    expect(session.notice).toEqual({ kind: "outbox_full" });
  });
});

describe("pass, unreadable, report", () => {
  it.each(["pass", "unreadable"] as const)("%s sends its own act and shows the next task", (act) => {
    const { sent, onScreen } = play(hello(aTask(1), ahead(2)), { type: act });
    expect(sent).toEqual([{ taskId: 1, leaseNo: 1, act }]);
    expect(onScreen).toBe(2);
  });

  it("does not pass the next picture with a key that bounced", () => {
    const { sent } = play(hello(aTask(1), ahead(2)), { type: "pass" }, later(40), { type: "pass" });
    expect(sent).toHaveLength(1);
  });

  it("takes an act on a picture at once when none was there before it", () => {
    const { sent } = play(hello(), assign(aTask(1)), later(5), { type: "pass" });
    expect(sent).toHaveLength(1);
  });

  it("holds a second press back that comes with the next picture, also after a short gap", () => {
    const script = [hello(aTask(1)), { type: "pass" }, later(80), assign(aTask(2))] as const;
    expect(play(...script, later(5), { type: "pass" }).sent).toHaveLength(1);
    expect(play(...script, later(160), { type: "pass" }).sent).toHaveLength(2);
  });

  it("reports content by key only after a second press on the same picture", () => {
    const once: SessionInput = { type: "report_content", confirmed: false };
    expect(play(hello(aTask(1)), once).sent).toEqual([]);
    expect(play(hello(aTask(1)), once).session.notice).toEqual({ kind: "confirm_report" });
    expect(play(hello(aTask(1)), once, once).sent).toEqual([
      { taskId: 1, leaseNo: 1, act: "report_content" },
    ]);
    expect(play(hello(aTask(1)), once, later(5_000), once).sent).toEqual([]);
    expect(play(hello(aTask(1), ahead(2)), once, { type: "pass" }, once).sent).toHaveLength(1);
  });

  it("reports at once when a button that says so was pressed", () => {
    expect(play(hello(aTask(1)), { type: "report_content", confirmed: true }).sent).toHaveLength(1);
  });
});

describe("tasks that leave", () => {
  const lose = (taskId: number, reason: "lease_ended" | "given_to_another" = "lease_ended"): WorkEvent => ({
    type: "withdraw",
    taskId,
    leaseNo: 1,
    reason,
  });

  it("drops a prefetched task without a word", () => {
    const { session, onScreen } = play(hello(aTask(1), ahead(2)), typed("ab"), lose(2, "given_to_another"));
    expect(onScreen).toBe(1);
    expect(session.tasks).toHaveLength(1);
    expect(session.field.text).toBe("ab");
    expect(session.notice).toBeNull();
  });

  it("keeps the text of an expired picture in view and never sends it for the next one", () => {
    const { session, sent, text, onScreen } = play(hello(aTask(1), ahead(2)), typed("ab"), lose(1), enter);
    expect(onScreen).toBe(2);
    expect(text).toBe("ab");
    expect(isOldText(session)).toBe(true);
    expect(sent).toEqual([]);
    expect(session.notice).toEqual({ kind: "old_text" });
  });

  it("says that an expired picture is not counted against the person", () => {
    const { session } = play(hello(aTask(1)), typed("ab"), lose(1));
    expect(session.notice).toEqual({ kind: "gone", reason: "lease_ended", text: "ab" });
  });

  it("lets the next key replace the old text", () => {
    const { session, sent } = play(hello(aTask(1), ahead(2)), typed("ab"), lose(1), typed("x"), enter);
    expect(session.notice).toMatchObject({ kind: "sent", text: "x" });
    expect(sent).toEqual([{ taskId: 2, leaseNo: 1, act: "answer", text: "x" }]);
  });

  it("holds an Enter that belonged to the word which the switch interrupted", () => {
    const script = [
      hello(aTask(1), ahead(2)),
      typed("ab"),
      later(100),
      lose(1),
      later(200),
      typed("cd"),
      later(200),
    ];
    const hasty = play(...script, enter);
    expect(hasty.sent).toEqual([]);
    expect(hasty.session.notice).toEqual({ kind: "picture_changed" });
    expect(play(...script, enter, later(1_000), enter).sent).toHaveLength(1);
  });

  it("holds that Enter too when the desk was empty in between", () => {
    const script = [hello(aTask(1)), typed("ab"), later(50), lose(1), later(50), typed("cd"), later(50)];
    expect(play(...script, assign(aTask(2)), later(100), enter).sent).toEqual([]);
  });

  it("lets a lease end by itself when the server cannot say so", () => {
    const { onScreen, session } = play(hello(aTask(1), ahead(2)), {
      type: "time_up",
      key: leaseKey(aTask(1)),
    });
    expect(onScreen).toBe(2);
    expect(session.notice).toEqual({ kind: "gone", reason: "lease_ended", text: "" });
  });
});

describe("a cut", () => {
  it("keeps the letters of the task that is still there after the reconnection", () => {
    const { text, session } = play(
      hello(aTask(1), ahead(2)),
      typed("ab"),
      { type: "link", link: "cut" },
      typed("abc"),
      hello(aTask(1), ahead(3)),
    );
    expect(text).toBe("abc");
    expect(isOldText(session)).toBe(false);
    expect(session.tasks.map((task) => task.taskId)).toEqual([1, 3]);
    expect(session.link).toBe("live");
  });

  it("does not bring back a task whose answer has not reached the server", () => {
    const { onScreen, text } = play(
      hello(aTask(1), ahead(2)),
      typed("a"),
      { type: "link", link: "cut" },
      enter,
      typed("b"),
      hello(aTask(1), ahead(2)),
    );
    expect(onScreen).toBe(2);
    expect(text).toBe("b");
  });

  it("keeps the letters in view when the task was lost meanwhile", () => {
    const { session, onScreen } = play(
      hello(aTask(1)),
      typed("ab"),
      { type: "link", link: "cut" },
      hello(aTask(5)),
    );
    expect(onScreen).toBe(5);
    expect(session.field).toEqual({ text: "ab", of: "1:1" });
    expect(session.notice).toEqual({ kind: "gone", reason: "lease_ended", text: "ab" });
  });

  it("says when an answer came too late to count", () => {
    const { session } = play(hello(aTask(1), ahead(2)), typed("a"), enter, {
      type: "act_result",
      key: "1:1",
      outcome: "lease_ended",
    });
    expect(session.notice).toEqual({ kind: "too_late", text: "a" });
    expect(session.sent).toBeNull();
  });

  it("brings an answer back that the server cannot take, and keeps what was begun for the next", () => {
    const refused: SessionInput = { type: "act_result", key: "1:1", outcome: "too_short" };
    const back = play(hello(aTask(1), ahead(2)), typed("a"), enter, typed("b"), refused);
    expect(back.onScreen).toBe(1);
    expect(back.text).toBe("a");
    expect(back.session.notice).toEqual({ kind: "refused", outcome: "too_short" });
    const on = play(hello(aTask(1), ahead(2)), typed("a"), enter, typed("b"), refused, typed("abcd"), enter);
    expect(on.onScreen).toBe(2);
    expect(on.text).toBe("b");
    expect(on.sent.at(-1)).toMatchObject({ taskId: 1, text: "abcd" });
  });
});

describe("a reload", () => {
  it("shows the restored letters under their picture again", () => {
    const { session } = stepSession(newSession({ text: "ab", of: "1:1" }), hello(ahead(2), aTask(1)), 1_000);
    expect(taskOnScreen(session)?.taskId).toBe(1);
    expect(session.field).toEqual({ text: "ab", of: "1:1" });
    expect(session.notice).toBeNull();
  });

  it("says so when their picture is gone", () => {
    const { session } = stepSession(newSession({ text: "ab", of: "1:1" }), hello(aTask(2)), 1_000);
    expect(isOldText(session)).toBe(true);
    expect(session.notice).toEqual({ kind: "gone", reason: "lease_ended", text: "ab" });
  });

  it("does not show a task again whose answer waits in the outbox", () => {
    const unsent = [{ taskId: 1, leaseNo: 1, act: "answer", text: "a" }] as const;
    const { session } = stepSession(newSession(undefined, unsent), hello(aTask(1), ahead(2)), 1_000);
    expect(taskOnScreen(session)?.taskId).toBe(2);
    expect(session.waiting).toBe(1);
  });
});

describe("taking back", () => {
  const answered = [hello(aTask(1), ahead(2)), typed("a"), enter, typed("b")];
  const back: SessionInput = { type: "take_back" };
  const done: SessionInput = { type: "act_result", key: "1:1", outcome: "done" };

  it("shows the last picture with its text at once and sends nothing until the server agrees", () => {
    const { session, orders, sent, onScreen, text } = play(...answered, back, enter);
    expect(onScreen).toBe(1);
    expect(text).toBe("a");
    expect(orders.at(-1)).toMatchObject({ type: "take_back", key: "1:1" });
    expect(sent).toHaveLength(1);
    expect(session.notice).toEqual({ kind: "taking_back" });
  });

  it("lets the corrected answer go, and what was begun for the next picture is there again", () => {
    const agreed: SessionInput = { type: "taken_back", key: "1:1", leaseUntilMs: 40_000, text: "a" };
    const { sent, onScreen, text, session } = play(...answered, back, agreed, typed("ax"), enter);
    expect(sent.at(-1)).toEqual({ taskId: 1, leaseNo: 1, act: "answer", text: "ax" });
    expect(onScreen).toBe(2);
    expect(text).toBe("b");
    expect(taskOnScreen(session)).toMatchObject({ position: "ahead", leaseUntilMs: null });
  });

  it("returns to the next picture and its letters when it was too late", () => {
    const { session, onScreen, text } = play(...answered, back, { type: "take_back_refused", key: "1:1" });
    expect(onScreen).toBe(2);
    expect(text).toBe("b");
    expect(session.notice).toEqual({ kind: "stands", text: "a" });
  });

  it("is over 1.5 s after the server has the answer", () => {
    expect(play(...answered, done, later(1_499), back).onScreen).toBe(1);
    expect(play(...answered, done, later(1_501), back).onScreen).toBe(2);
    expect(play(...answered, done, { type: "take_back_over", key: "1:1" }).session.sent).toBeNull();
  });

  it("reaches only the last answer", () => {
    expect(play(...answered, enter, back).onScreen).toBe(2);
  });

  it("keeps the picture on the screen when the stream says hello meanwhile", () => {
    expect(play(...answered, back, hello(aTask(2))).onScreen).toBe(1);
  });
});

describe("pause and seats", () => {
  it("gives everything back, keeps the text in view, and takes nothing that comes late", () => {
    const { session, orders, text, onScreen } = play(
      hello(aTask(1), ahead(2)),
      typed("ab"),
      { type: "pause" },
      assign(aTask(3)),
    );
    expect(session.stage).toBe("paused");
    expect(orders).toEqual([{ type: "give_back" }]);
    expect(onScreen).toBeNull();
    expect(text).toBe("ab");
  });

  it("does not send the text of before the pause after it", () => {
    const { sent } = play(
      hello(aTask(1)),
      typed("ab"),
      { type: "pause" },
      { type: "resume" },
      hello(aTask(4)),
      enter,
    );
    expect(sent).toEqual([]);
  });

  it("opens the stream again on resume", () => {
    const { orders, session } = play(hello(), { type: "pause" }, { type: "resume" });
    expect(orders.at(-1)).toEqual({ type: "open", takeOver: false });
    expect(session.stage).toBe("working");
  });

  it("leaves the seat to another tab and takes it over only when asked", () => {
    const taken = play(hello(aTask(1)), typed("ab"), { type: "seat_taken" });
    expect(taken.session.stage).toBe("elsewhere");
    expect(taken.orders).toEqual([{ type: "close" }]);
    expect(taken.text).toBe("ab");
    const here = play(hello(aTask(1)), { type: "seat_taken" }, { type: "work_here" });
    expect(here.orders.at(-1)).toEqual({ type: "open", takeOver: true });
  });
});
