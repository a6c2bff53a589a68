import type { ActOutcome, ActsReply, WorkAct } from "@sightline/contract/work";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leaseKey } from "./lease-key";
import { openOutbox } from "./outbox";
import { createOutboxStore, type TextStore } from "./outbox-store";
import { ChannelFailure } from "./work-channel";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answer = (taskId: number, text = "w9k"): WorkAct => ({ taskId, leaseNo: 1, act: "answer", text });

function aStorage(): TextStore {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
}

/** An outbox whose calls stay open until the test replies to them or fails them. */
function anOutbox(storage = aStorage()) {
  const calls: { acts: WorkAct[]; resolve: (reply: ActsReply) => void; reject: (error: unknown) => void }[] =
    [];
  const seen = { results: [] as [string, ActOutcome][], waiting: 0, loggedOut: 0 };
  const outbox = openOutbox(
    (acts) => new Promise((resolve, reject) => calls.push({ acts, resolve, reject })),
    createOutboxStore(storage, 7),
    {
      reply: () => undefined,
      reached: () => undefined,
      result: (key, outcome) => seen.results.push([key, outcome]),
      waiting: (count) => {
        seen.waiting = count;
      },
      loggedOut: () => {
        seen.loggedOut += 1;
      },
    },
  );
  const stored = () =>
    createOutboxStore(storage, 7)
      .list()
      .map((act) => act.taskId);
  const reply = async (call: number, outcome: ActOutcome = "done") => {
    const { acts, resolve } = calls[call] ?? expect.fail(`no call ${call}`);
    const results = acts.map(({ taskId, leaseNo }) => ({ taskId, leaseNo, outcome }));
    resolve({ serverNowMs: 0, results, started: null });
    await vi.advanceTimersByTimeAsync(0);
  };
  const fail = async (call: number, why: ChannelFailure["why"]) => {
    calls[call]?.reject(new ChannelFailure(why));
    await vi.advanceTimersByTimeAsync(0);
  };
  const taskIds = () => calls.map(({ acts }) => acts.map((act) => act.taskId));
  return { outbox, seen, stored, reply, fail, taskIds };
}

it("sends at once, and what gathers meanwhile in order in the next call", async () => {
  const { outbox, reply, taskIds, seen, stored } = anOutbox();
  outbox.add(answer(1));
  outbox.add(answer(2));
  outbox.add({ taskId: 3, leaseNo: 1, act: "pass" });
  expect(taskIds()).toEqual([[1]]);
  expect(seen.waiting).toBe(3);
  await reply(0);
  expect(taskIds()).toEqual([[1], [2, 3]]);
  await reply(1);
  expect(seen.results.map(([key]) => key)).toEqual(["1:1", "2:1", "3:1"]);
  expect(seen.waiting).toBe(0);
  expect(stored()).toEqual([]);
});

it("sends the same act again until the server is reached, ever more slowly", async () => {
  const { outbox, fail, reply, taskIds, seen } = anOutbox();
  outbox.add(answer(1));
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await fail(attempt, "unreached");
    expect(taskIds()).toHaveLength(attempt + 1);
    await vi.advanceTimersByTimeAsync(250 * 2 ** attempt);
    expect(taskIds()).toHaveLength(attempt + 2);
  }
  await reply(4);
  expect(taskIds()).toEqual([[1], [1], [1], [1], [1]]);
  expect(seen.results).toEqual([["1:1", "done"]]);
});

it("does not wait longer than 8 s, and not at all when the network is back", async () => {
  const { outbox, fail, taskIds } = anOutbox();
  outbox.add(answer(1));
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await fail(attempt, "unreached");
    await vi.advanceTimersByTimeAsync(8_000);
  }
  expect(taskIds()).toHaveLength(13);
  await fail(12, "unreached");
  outbox.retryNow();
  expect(taskIds()).toHaveLength(14);
});

it("sends what an earlier load of the page left behind", async () => {
  const storage = aStorage();
  const before = anOutbox(storage);
  before.outbox.add(answer(1));
  before.outbox.add(answer(2));
  const after = anOutbox(storage);
  expect(after.taskIds()).toEqual([[1, 2]]);
  await after.reply(0);
  expect(after.stored()).toEqual([]);
});

it("forgets stored acts that are not acts", () => {
  const storage = aStorage();
  storage.setItem("sightline:outbox:7", '[{"act":"answer"}]');
  expect(anOutbox(storage).taskIds()).toEqual([]);
  storage.setItem("sightline:outbox:7", "{");
  expect(anOutbox(storage).taskIds()).toEqual([]);
});

it("names the outcome of an answer that came too late, and does not send it again", async () => {
  const { outbox, reply, seen, taskIds } = anOutbox();
  outbox.add(answer(1));
  await reply(0, "lease_ended");
  expect(seen.results).toEqual([["1:1", "lease_ended"]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taskIds()).toHaveLength(1);
});

it("drops only the act that the server cannot read", async () => {
  const { outbox, fail, reply, seen, taskIds } = anOutbox();
  outbox.add(answer(1));
  outbox.add(answer(2));
  outbox.add(answer(3));
  await reply(0);
  await fail(1, "refused");
  await fail(2, "refused");
  await reply(3);
  expect(taskIds()).toEqual([[1], [2, 3], [2], [3]]);
  expect(seen.results).toEqual([
    ["1:1", "done"],
    ["2:1", "not_yours"],
    ["3:1", "done"],
  ]);
});

it("keeps everything when the person is logged out, and asks for nothing more", async () => {
  const { outbox, fail, seen, stored, taskIds } = anOutbox();
  outbox.add(answer(1));
  await fail(0, "logged_out");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen.loggedOut).toBe(1);
  expect(stored()).toEqual([1]);
  expect(taskIds()).toHaveLength(1);
});

it("gives an act back that was never sent, and not one that may have arrived", async () => {
  const { outbox, fail, stored } = anOutbox();
  outbox.add(answer(1));
  outbox.add(answer(2));
  await fail(0, "unreached");
  expect(outbox.recall(leaseKey(answer(1)))).toBe(false);
  expect(outbox.recall(leaseKey(answer(2)))).toBe(true);
  expect(stored()).toEqual([1]);
});

it("says when an act has its outcome", async () => {
  const { outbox, reply } = anOutbox();
  let settled = false;
  outbox.add(answer(1));
  void outbox.settled(leaseKey(answer(1))).then(() => {
    settled = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(settled).toBe(false);
  await reply(0);
  expect(settled).toBe(true);
});
