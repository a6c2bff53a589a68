import { z } from "zod";

/**
 * The kinds of task, with what the protocol fixes for each: the number stored in the database, how long a
 * task may live, and how long a worker may hold it (protocol.md, "Where the sources are silent", rule 13).
 * Prices are data (table `kind_price`); the ones here only seed it, in micro-dollars a task. `answer` names the
 * shape that solves it (answers.ts). A `challenge` is a live widget of a site and needs the site's verified owner.
 */
export const TASK_KINDS = {
  image: { number: 1, lifetimeMs: 90_000, leaseMs: 30_000, seedPriceMicros: 200, answer: "text" },
  text: { number: 2, lifetimeMs: 90_000, leaseMs: 30_000, seedPriceMicros: 200, answer: "text" },
  grid: { number: 3, lifetimeMs: 90_000, leaseMs: 45_000, seedPriceMicros: 300, answer: "cells" },
  points: { number: 4, lifetimeMs: 90_000, leaseMs: 45_000, seedPriceMicros: 300, answer: "points" },
  draw: { number: 5, lifetimeMs: 90_000, leaseMs: 45_000, seedPriceMicros: 500, answer: "areas" },
  box: { number: 6, lifetimeMs: 90_000, leaseMs: 45_000, seedPriceMicros: 500, answer: "boxes" },
  rotate: { number: 7, lifetimeMs: 90_000, leaseMs: 30_000, seedPriceMicros: 200, answer: "angles" },
  audio: { number: 8, lifetimeMs: 120_000, leaseMs: 45_000, seedPriceMicros: 500, answer: "text" },
  recaptcha_v2: { number: 9, lifetimeMs: 300_000, leaseMs: 120_000, seedPriceMicros: 350, answer: "token" },
  recaptcha_v3: { number: 10, lifetimeMs: 90_000, leaseMs: 60_000, seedPriceMicros: 500, answer: "token" },
  hcaptcha: { number: 11, lifetimeMs: 90_000, leaseMs: 60_000, seedPriceMicros: 500, answer: "token" },
  funcaptcha: { number: 12, lifetimeMs: 90_000, leaseMs: 60_000, seedPriceMicros: 200, answer: "token" },
} as const;

export type TaskKind = keyof typeof TASK_KINDS;
export type AnswerShape = (typeof TASK_KINDS)[TaskKind]["answer"];
export const TASK_KIND_NAMES = Object.keys(TASK_KINDS) as [TaskKind, ...TaskKind[]];
export const taskKindSchema = z.enum(TASK_KIND_NAMES);

/** Live challenges of a site: taken only for its verified owner, solved in a widget. */
export const CHALLENGE_KINDS = [
  "recaptcha_v2",
  "recaptcha_v3",
  "hcaptcha",
  "funcaptcha",
] as const satisfies readonly TaskKind[];

export function isChallenge(kind: TaskKind): boolean {
  return (CHALLENGE_KINDS as readonly TaskKind[]).includes(kind);
}

/** Kinds whose task is a picture, or several. */
export const PICTURE_KINDS = [
  "image",
  "grid",
  "points",
  "draw",
  "box",
  "rotate",
] as const satisfies readonly TaskKind[];

const KIND_BY_NUMBER = new Map<number, TaskKind>(
  (Object.entries(TASK_KINDS) as [TaskKind, { number: number }][]).map(([kind, { number }]) => [
    number,
    kind,
  ]),
);

/** The kind a stored number stands for. Throws on a number that no version of the code has written. */
export function taskKindOf(number: number): TaskKind {
  const kind = KIND_BY_NUMBER.get(number);
  if (kind === undefined) throw new Error(`no task kind has the number ${number}`);
  return kind;
}

/** A task is not handed to a worker with less than this left of its lifetime. */
export const HANDOUT_MIN_LEFT_MS = 10_000;
/** How long after a lease's end an answer still counts, to forgive the network. */
export const LEASE_GRACE_MS = 2_000;
/** How long a worker may take an answer back before it becomes final. */
export const TAKE_BACK_MS = 1_500;
/** This many workers who call a task unreadable close it as unsolvable. */
export const UNREADABLE_VOTES = 3;
