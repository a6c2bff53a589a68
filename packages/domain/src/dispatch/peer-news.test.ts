import { firstIdAt, ID_EPOCH_MS, NODE_COUNT } from "@sightline/db/task-id";
import { expect, test } from "vitest";
import { PeerNews } from "./peer-news";

const NOW_MS = ID_EPOCH_MS + 5_000_000;
const [HERE, THERE] = [3, 7];
const told: number[] = [];
const news = (peers = true) =>
  new PeerNews({
    hints: { hasPeers: peers, queued: (taskId) => told.push(taskId) },
    ids: { node: HERE },
  });

/** Accepted by this process so many ms ago. */
const accepted = (node: number, agoMs: number) =>
  firstIdAt(NOW_MS - agoMs) + (node * (firstIdAt(1) - firstIdAt(0))) / NODE_COUNT;

test("of several tasks the others are told once, of the first", () => {
  const here = news();
  for (const taskId of [9, 7, 8]) here.queuedHere(taskId);
  here.tell(here.take());
  here.tell(here.take());
  expect(told.splice(0)).toEqual([7]);
});

test("what another process has just accepted is left to it, and what is old to nobody", () => {
  const here = news();
  here.allGone();
  expect(here.isForUs(accepted(HERE, 10), NOW_MS)).toBe(true);
  expect(here.isForUs(accepted(THERE, 10), NOW_MS)).toBe(false);
  expect(here.isForUs(accepted(THERE, 1_000), NOW_MS)).toBe(true);
});

test("what another process tells of is anybody's at once, and so is what came back here", () => {
  const [mine, back] = [news(), news()];
  for (const here of [mine, back]) here.allGone();
  const [before, left, later] = [accepted(THERE, 30), accepted(THERE, 20), accepted(THERE, 10)];
  mine.heard(left);
  back.queuedHere(left);
  for (const here of [mine, back])
    expect([before, left, later].map((taskId) => here.isForUs(taskId, NOW_MS))).toEqual([false, true, true]);
});

test("alone a process takes whatever there is", () => {
  const here = news(false);
  here.allGone();
  expect(here.isForUs(accepted(THERE, 10), NOW_MS)).toBe(true);
});

test("what others have reserved is looked at once when they were heard of, and else not at once again", () => {
  const here = news();
  expect(here.lookInMs()).toBe(0);
  here.looked();
  expect(here.lookInMs()).toBeGreaterThan(0);
  here.heard(1);
  expect(here.lookInMs()).toBe(0);
});

test("alone there is nobody to look at", () => {
  expect(news(false).lookInMs()).toBeNull();
});
