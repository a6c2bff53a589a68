import type { ActsReply, Assignment, TakeBackReply, WorkAct, WorkEvent } from "@sightline/contract/work";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDraftStore } from "./draft-store";
import { createOutboxStore, type TextStore } from "./outbox-store";
import { ChannelFailure, type StreamWatch, type WorkChannel } from "./work-channel";
import { createWorkDesk } from "./work-desk";
import { taskOnScreen } from "./work-session";

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

/** The server's clock is this far ahead of the desk's. */
const AHEAD_MS = 5_000;

function aStorage(): TextStore {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
}

/** A server that keeps a list of what it was asked, and replies as the test sets it. */
function aServer() {
  const asked: string[] = [];
  const streams: (StreamWatch & { closed: boolean })[] = [];
  const replies = {
    act: async (acts: WorkAct[]): Promise<ActsReply> => ({
      serverNowMs: Date.now() + AHEAD_MS,
      results: acts.map(({ taskId, leaseNo }) => ({ taskId, leaseNo, outcome: "done" as const })),
      started: null,
    }),
    takeBack: async (): Promise<TakeBackReply> => ({ outcome: "final" }),
  };
  const channel: WorkChannel = {
    open({ takeOver }, watch) {
      asked.push(takeOver ? "take over" : "open");
      const stream = { ...watch, closed: false };
      streams.push(stream);
      return {
        close() {
          stream.closed = true;
          asked.push("close");
        },
      };
    },
    act(acts) {
      asked.push(...acts.map((act) => `${act.act} ${act.taskId}`));
      return replies.act(acts);
    },
    takeBack({ taskId }) {
      asked.push(`take back ${taskId}`);
      return replies.takeBack();
    },
    openFrame: () => Promise.reject(new Error("no challenge is shown here")),
    async giveBack() {
      asked.push("give back");
    },
  };
  return { channel, asked, streams, replies };
}

function aTask(taskId: number, position: "current" | "ahead" = "current"): Assignment {
  const leaseUntilMs = position === "current" ? Date.now() + AHEAD_MS + 30_000 : null;
  const picture = { imageUrl: "data:,", widthPx: 160, heightPx: 60 };
  return {
    taskId,
    leaseNo: 1,
    kind: "image",
    position,
    leaseUntilMs,
    leaseMs: 30_000,
    ...picture,
    files: [],
    hints: {},
    payMicros: 120,
  };
}

function aDesk(...tasks: Assignment[]) {
  const server = aServer();
  const parts = { local: aStorage(), tab: aStorage() };
  const desk = createWorkDesk({
    channel: server.channel,
    outboxStore: createOutboxStore(parts.local, 7),
    draftStore: createDraftStore(parts.tab, 7),
    tabId: "tab",
    nowMs: () => Date.now(),
  });
  const hello = (...held: Assignment[]): WorkEvent => ({
    type: "hello",
    serverNowMs: Date.now() + AHEAD_MS,
    seatId: "seat",
    tasks: held,
    figures: { queued: 0, pendingMicros: 0, todayMicros: 0, answeredToday: 0 },
  });
  const start = async () => {
    desk.enter();
    await vi.advanceTimersByTimeAsync(0);
    server.streams.at(-1)?.event(hello(...tasks));
  };
  const answer = (text: string) => {
    desk.dispatch({ type: "typed", text });
    desk.dispatch({ type: "answer" });
  };
  const onScreen = () => taskOnScreen(desk.getSession())?.taskId ?? null;
  return { desk, ...server, ...parts, hello, start, answer, onScreen };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

it("opens the stream by being entered, and not twice when the page renders twice", async () => {
  const { desk, asked, start } = aDesk();
  desk.enter();
  desk.leave();
  await start();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual(["open"]);
});

it("gives everything back a moment after the page was left, and starts again when it is opened again", async () => {
  const { desk, asked, start } = aDesk(aTask(1));
  await start();
  desk.leave();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual(["open", "give back", "close"]);
  await start();
  expect(asked.at(-1)).toBe("open");
  expect(desk.getSession().stage).toBe("working");
});

it("delivers what was done before it gives back on a pause", async () => {
  const { desk, asked, start, answer, replies } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  const usual = replies.act;
  let reply: () => void = () => undefined;
  replies.act = async (acts) => {
    await new Promise<void>((resolve) => {
      reply = resolve;
    });
    return usual(acts);
  };
  answer("a");
  desk.dispatch({ type: "pause" });
  await settle();
  expect(asked).toEqual(["open", "answer 1"]);
  reply();
  await settle();
  expect(asked).toEqual(["open", "answer 1", "give back", "close"]);
});

it("does not close the stream of a person who resumed while the pause was on its way", async () => {
  const { desk, asked, start, streams } = aDesk(aTask(1));
  await start();
  desk.dispatch({ type: "pause" });
  desk.dispatch({ type: "resume" });
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.filter((each) => each === "open")).toHaveLength(2);
  expect(streams.at(-1)?.closed).toBe(false);
});

it("counts the time by the server's clock, and by its own until the server has said when it began", async () => {
  const { desk, start, answer } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  const [first, second] = desk.getSession().tasks;
  expect(first && desk.endsAtMs(first)).toBe(Date.now() + 30_000);
  await vi.advanceTimersByTimeAsync(10_000);
  answer("a");
  expect(second && desk.endsAtMs(second)).toBe(Date.now() + 30_000);
});

it("lets a picture go by itself after its lease and grace when the connection is cut", async () => {
  const { desk, start, streams, onScreen } = aDesk(aTask(1));
  await start();
  desk.dispatch({ type: "typed", text: "half" });
  streams.at(-1)?.link("cut");
  await vi.advanceTimersByTimeAsync(31_999);
  expect(onScreen()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(onScreen()).toBeNull();
  expect(desk.getSession().field.text).toBe("half");
});

it("shows a cut that only the answers notice, and keeps them until the server is reached", async () => {
  const { desk, start, answer, replies, asked, local } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  const usual = replies.act;
  replies.act = async () => {
    throw new ChannelFailure("unreached");
  };
  answer("a");
  await settle();
  expect(desk.getSession()).toMatchObject({ link: "cut", waiting: 1 });
  expect(createOutboxStore(local, 7).list()).toHaveLength(1);
  replies.act = usual;
  await vi.advanceTimersByTimeAsync(300);
  expect(desk.getSession()).toMatchObject({ link: "live", waiting: 0 });
  expect(asked).toEqual(["open", "answer 1", "answer 1"]);
});

it("opens the stream again, ever more slowly, when the server ends it", async () => {
  const { start, asked, streams } = aDesk();
  await start();
  const opened = () => asked.filter((each) => each === "open").length;
  for (const waitMs of [500, 1_000, 2_000, 4_000, 8_000, 8_000]) {
    const before = opened();
    streams.at(-1)?.ended("ended");
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(opened()).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened()).toBe(before + 1);
  }
});

it("asks the server before an answer that it may have comes back", async () => {
  const { desk, start, answer, asked, replies, onScreen } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  answer("a");
  await settle();
  replies.takeBack = async () => ({
    outcome: "taken_back",
    serverNowMs: Date.now() + AHEAD_MS,
    leaseUntilMs: Date.now() + AHEAD_MS + 30_000,
    text: "a",
  });
  desk.dispatch({ type: "take_back" });
  await settle();
  expect(asked).toEqual(["open", "answer 1", "take back 1"]);
  expect(onScreen()).toBe(1);
  answer("ab");
  await settle();
  expect(asked.at(-1)).toBe("answer 1");
});

it("takes an answer back without asking when it has never been sent", async () => {
  const { desk, start, answer, asked, replies, onScreen } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  replies.act = () => new Promise(() => undefined);
  answer("a");
  answer("b");
  desk.dispatch({ type: "take_back" });
  await settle();
  expect(onScreen()).toBe(2);
  expect(desk.getSession().takingBack).toBeNull();
  expect(asked).toEqual(["open", "answer 1"]);
});

it("ends the time to take back 1.5 s after the server had the answer", async () => {
  const { desk, start, answer } = aDesk(aTask(1), aTask(2, "ahead"));
  await start();
  answer("a");
  await vi.advanceTimersByTimeAsync(1_499);
  expect(desk.getSession().sent).not.toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  expect(desk.getSession().sent).toBeNull();
});

it("keeps the half-typed answer for a reload", async () => {
  const { desk, start, tab } = aDesk(aTask(1));
  await start();
  desk.dispatch({ type: "typed", text: "half" });
  expect(createDraftStore(tab, 7).read()).toEqual({ text: "half", of: "1:1" });
});

it("says that the person is logged out, and keeps the answers", async () => {
  const { desk, start, answer, replies, local } = aDesk(aTask(1));
  await start();
  replies.act = async () => {
    throw new ChannelFailure("logged_out");
  };
  answer("a");
  await settle();
  expect(desk.getSession().stage).toBe("logged_out");
  expect(createOutboxStore(local, 7).list()).toHaveLength(1);
});

it("closes its stream when another tab works, and takes over only when asked", async () => {
  const { desk, start, asked, streams } = aDesk(aTask(1));
  await start();
  streams.at(-1)?.event({ type: "seat_taken" });
  streams.at(-1)?.ended("ended");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toEqual(["open", "close"]);
  desk.dispatch({ type: "work_here" });
  await settle();
  expect(asked.at(-1)).toBe("take over");
});
