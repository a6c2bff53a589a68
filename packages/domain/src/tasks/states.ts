/**
 * The life of a task, to be read aloud.
 *
 * A task is *queued* when it is accepted. It is *assigned* to a worker, whose clock runs, or *reserved* for a
 * worker who is busy with another one and has no clock yet. An answer makes it *given*: stored, but the worker may
 * still take it back for a moment. Then it is *answered*, or *unsolvable*. These two are final: the row leaves
 * `open_task` for `task` and never changes again.
 *
 * A task that several workers may answer (100 % recognition, confidence mode) is *weighed* instead: its answers so far
 * are compared, and it goes back to the queue for one more, or ends. What would end it otherwise (the third unreadable,
 * the end of its life) makes it weighed too once somebody has answered, since its workers must be paid.
 *
 * Every change of state is one of the events below, and a compare-and-set: it takes effect only on a row that is
 * in one of the states in `from`, in the hands named by `who`, when `due` holds. The statements that write states
 * (accept, claim, settle) are generated from this table, so the code cannot do what the table does not say, and
 * the checks on `open_task` refuse rows that no state allows.
 */
export const STATES = {
  queued: 0,
  reserved: 1,
  assigned: 2,
  given: 3,
  answered: 4,
  unsolvable: 5,
  weighed: 6,
} as const;
export type TaskState = keyof typeof STATES;

/** Whether a stored number is that of a final state. */
export function isFinal(stateNumber: number): boolean {
  return stateNumber === STATES.answered || stateNumber === STATES.unsolvable;
}
/** The same for the SQL. */
export const FINAL_NUMBERS = `(${STATES.answered}, ${STATES.unsolvable})`;

/**
 * When an event may happen. `lease_runs`: the lease, with its grace for the network, has not ended (a reserved
 * task has none yet, so its lifetime counts). `lease_over`, `grace_over`, `life_over`: that end has passed.
 * `life_left`: enough lifetime remains to hand it out. `in_grace`: the answer may still be taken back.
 */
export type Due =
  | "always"
  | "lease_runs"
  | "lease_over"
  | "in_grace"
  | "grace_over"
  | "life_left"
  | "life_over";

export interface TaskEvent {
  number: number;
  from: readonly TaskState[];
  to: TaskState;
  /** Who causes it: the worker who holds the task, dispatch, the customer, a service, or whoever weighs answers. */
  who: "holder" | "dispatch" | "customer" | "service" | "weigher";
  due: Due;
  /** The worker has had it and does not get it again. */
  triedBy?: true;
}

export const EVENTS = {
  reserve: { number: 1, from: ["queued"], to: "reserved", who: "dispatch", due: "life_left" },
  assign: { number: 2, from: ["queued", "reserved"], to: "assigned", who: "dispatch", due: "life_left" },
  start: { number: 3, from: ["reserved"], to: "assigned", who: "holder", due: "life_left" },
  set_aside: { number: 4, from: ["assigned"], to: "reserved", who: "holder", due: "always" },
  answer: { number: 5, from: ["assigned", "reserved"], to: "given", who: "holder", due: "lease_runs" },
  answer_finally: {
    number: 6,
    from: ["assigned", "reserved"],
    to: "answered",
    who: "holder",
    due: "lease_runs",
  },
  take_back: { number: 7, from: ["given"], to: "assigned", who: "holder", due: "in_grace" },
  confirm: { number: 8, from: ["given"], to: "answered", who: "holder", due: "always" },
  grace_over: { number: 9, from: ["given"], to: "answered", who: "service", due: "grace_over" },
  pass: {
    number: 10,
    from: ["assigned", "reserved"],
    to: "queued",
    who: "holder",
    due: "always",
    triedBy: true,
  },
  /** The last of UNREADABLE_VOTES votes makes it unsolvable instead. */
  unreadable: {
    number: 11,
    from: ["assigned", "reserved"],
    to: "queued",
    who: "holder",
    due: "lease_runs",
    triedBy: true,
  },
  report_content: {
    number: 12,
    from: ["assigned", "reserved"],
    to: "unsolvable",
    who: "holder",
    due: "lease_runs",
  },
  give_back: { number: 13, from: ["assigned", "reserved"], to: "queued", who: "holder", due: "always" },
  lease_ended: {
    number: 14,
    from: ["assigned"],
    to: "queued",
    who: "service",
    due: "lease_over",
    triedBy: true,
  },
  /** Of a live challenge: its widget refuses the key, or the challenge host, or finds its one-time value too old. */
  key_refused: { number: 30, from: ["assigned"], to: "unsolvable", who: "holder", due: "lease_runs" },
  value_expired: { number: 31, from: ["assigned"], to: "unsolvable", who: "holder", due: "lease_runs" },
  domain_refused: { number: 32, from: ["assigned"], to: "unsolvable", who: "holder", due: "lease_runs" },
  /** Its widget does not load; a vote like unreadable, for it may be this worker's own network. */
  widget_failed: {
    number: 33,
    from: ["assigned"],
    to: "queued",
    who: "holder",
    due: "lease_runs",
    triedBy: true,
  },
  expire: { number: 15, from: ["queued", "reserved"], to: "unsolvable", who: "service", due: "life_over" },
  cancel: { number: 16, from: ["queued"], to: "unsolvable", who: "customer", due: "always" },
  /** Its customer was suspended. */
  suspend: { number: 60, from: ["queued", "reserved"], to: "unsolvable", who: "service", due: "always" },
  ask_again: { number: 40, from: ["weighed"], to: "queued", who: "weigher", due: "always" },
  agree: { number: 41, from: ["weighed"], to: "answered", who: "weigher", due: "always" },
  disagree: { number: 42, from: ["weighed"], to: "unsolvable", who: "weigher", due: "always" },
  /** It was to end as unsolvable when it had answers already; now its workers are paid. */
  close: { number: 43, from: ["weighed"], to: "unsolvable", who: "weigher", due: "always" },
  /** Of a live challenge: its site does not stand any more, or its page cannot be loaded through its proxy. */
  site_lost: { number: 20, from: ["queued", "reserved"], to: "unsolvable", who: "service", due: "always" },
  proxy_failed: { number: 21, from: ["queued", "reserved"], to: "unsolvable", who: "service", due: "always" },
} as const satisfies Record<string, TaskEvent>;
export type TaskEventName = keyof typeof EVENTS;

/** The reason number (contract/error-codes) with which an event makes a task unsolvable. */
export const UNSOLVED_BY = {
  unreadable: 1,
  expire: 2,
  report_content: 3,
  cancel: 4,
  key_refused: 25,
  value_expired: 26,
  domain_refused: 27,
  widget_failed: 28,
  disagree: 10,
  suspend: 5,
  site_lost: 20,
  proxy_failed: 21,
} as const satisfies Partial<Record<TaskEventName, number>>;

/** Whether `event` may happen to a task in `state`, by the table alone. */
export function allows(event: TaskEventName, state: TaskState): boolean {
  return (EVENTS[event].from as readonly TaskState[]).includes(state);
}

/** Bit n is set when the state numbered n is in `from`: how the statements ask the table. */
export function fromMask(event: TaskEventName): number {
  return EVENTS[event].from.reduce((mask, state) => mask | (1 << STATES[state]), 0);
}
