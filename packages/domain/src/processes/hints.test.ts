import { IdSource } from "@sightline/db/task-id";
import { MovableClock } from "@sightline/testing/movable-clock";
import { useTestDatabase } from "@sightline/testing/test-database";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { DatabaseProxy } from "../testing/database-proxy";
import { Hints } from "./hints";

const database = useTestDatabase();
const clock = new MovableClock(Date.now());
const running: Hints[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((hints) => hints.stop()));
});

interface Listener {
  hints: Hints;
  ids: IdSource;
  heard: {
    queued: number[];
    ended: (readonly number[] | null)[];
    seats: number[];
    hands: number[];
    changed: string[];
  };
  reconnections: number;
}

async function listen(url = database.url): Promise<Listener> {
  const ids = new IdSource(() => clock.nowMs());
  const hints = new Hints(url, ids, clock, pino({ level: "silent" }));
  const listener: Listener = {
    hints,
    ids,
    heard: { queued: [], ended: [], seats: [], hands: [], changed: [] },
    reconnections: 0,
  };
  const { heard } = listener;
  await hints.start({
    queued: (taskId) => heard.queued.push(taskId),
    ended: (taskIds) => heard.ended.push(taskIds),
    seatOpened: (workerId) => heard.seats.push(workerId),
    handsChanged: (workerIds) => heard.hands.push(...workerIds),
    changed: (what) => heard.changed.push(what),
    reconnected: () => listener.reconnections++,
  });
  running.push(hints);
  return listener;
}

async function pair(url?: string): Promise<[Listener, Listener]> {
  const both: [Listener, Listener] = [await listen(url), await listen()];
  await until(() => both.every(({ hints }) => hints.hasPeers));
  return both;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("what happens in one turn is one message, with the smallest queued id", async () => {
  const [one, other] = await pair();
  one.hints.queued(30);
  one.hints.queued(20);
  one.hints.ended([1, 2]);
  one.hints.ended([3]);
  await until(() => other.heard.ended.length > 0);
  expect(other.heard).toMatchObject({ queued: [20], ended: [[1, 2, 3]] });
  expect(one.heard.queued).toEqual([]);
});

test("too many ended tasks to name become a hint to look at everything", async () => {
  const [one, other] = await pair();
  one.hints.ended(Array.from({ length: 301 }, (_, i) => i));
  await until(() => other.heard.ended.length > 0);
  expect(other.heard.ended).toEqual([null]);
});

test("a message that is too long for one NOTIFY arrives whole in several", async () => {
  const [one, other] = await pair();
  const workers = Array.from({ length: 900 }, (_, i) => 1_000_000 + i);
  for (const workerId of workers) {
    one.hints.seatOpened(workerId);
    one.hints.handsChanged(workerId);
  }
  one.hints.changed("prices");
  await until(() => other.heard.seats.length >= 900 && other.heard.hands.length >= 900);
  expect(other.heard).toMatchObject({ seats: workers, hands: workers, changed: ["prices"] });
});

test("what is no message of ours on the channel is passed over", async () => {
  const [one, other] = await pair();
  for (const payload of ["", "not json", "null", "7", "{}"]) {
    await database.pool.query("select pg_notify('sightline', $1)", [payload]);
  }
  one.hints.queued(5);
  await until(() => other.heard.queued.length > 0);
  expect(other.heard.queued).toEqual([5]);
});

test("a connection that is terminated comes back with its node number, and hints go on", async () => {
  const [one, other] = await pair();
  const before = { node: one.ids.node, id: one.ids.next() };
  await terminate();
  await until(() => one.reconnections === 1 && other.reconnections === 1);
  expect(new Set([one.ids.node, other.ids.node]).size).toBe(2);
  expect(one.ids.next()).toBeGreaterThan(before.id);
  one.hints.changed("prices");
  await until(() => other.heard.changed.length > 0);
});

async function terminate(): Promise<void> {
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sightline-hints' and datname = current_database()",
  );
}

test("while the connection is away no id is made, and what was said is told afterwards", async () => {
  const wire = await DatabaseProxy.start(database.url);
  const [one, other] = await pair(wire.url);
  wire.refuse(true);
  await until(() => !one.hints.connected);
  expect(one.ids.tryNext()).toBeNull();
  one.hints.seatOpened(1_007);
  wire.refuse(false);
  await until(() => other.heard.seats.length > 0);
  expect(other.heard.seats).toEqual([1_007]);
  expect(one.ids.tryNext()).not.toBeNull();
  await Promise.all(running.splice(0).map((hints) => hints.stop()));
  await wire.stop();
});

test("sixteen processes have sixteen numbers, and a seventeenth is told that there is none", async () => {
  const all = await Promise.all(Array.from({ length: 16 }, () => listen()));
  expect(new Set(all.map(({ ids }) => ids.node)).size).toBe(16);
  await expect(listen()).rejects.toThrow("node numbers are taken");
});

test("a process that stops is no peer any more", async () => {
  const [one, other] = await pair();
  await one.hints.stop();
  expect(one.ids.tryNext()).toBeNull();
  await until(() => !other.hints.hasPeers);
});
