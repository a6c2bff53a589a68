import type { ChallengeFrame } from "@sightline/contract/challenge-frame";
import { LEASE_GRACE_MS } from "@sightline/contract/task-kinds";
import type { Assignment } from "@sightline/contract/work";
import { createAlarm } from "./alarm";
import type { DraftStore } from "./draft-store";
import { leaseKey } from "./lease-key";
import { openOutbox } from "./outbox";
import type { OutboxStore } from "./outbox-store";
import { createServerClock } from "./server-clock";
import { stepSession } from "./step-session";
import type { WorkChannel } from "./work-channel";
import { newSession, type Order, type SessionInput, taskOnScreen, type WorkSession } from "./work-session";

/**
 * The session with its hands: it takes inputs from the person, the stream and the clock, steps the session, and
 * carries out what the session orders. It lives outside React and outlives the page that shows it, so that leaving
 * /work for another page still delivers the last answers.
 */
export interface WorkDesk {
  getSession(): WorkSession;
  /** Calls `listener` after every step; returns the way out. */
  subscribe(listener: () => void): () => void;
  dispatch(input: SessionInput): void;
  /** When the time for this task ends, in ms of the desk's own clock. */
  endsAtMs(task: Assignment): number;
  nowMs(): number;
  /** The frame of the challenge on the screen. Rejects when it cannot be opened. */
  openFrame(lease: { taskId: number; leaseNo: number }): Promise<ChallengeFrame>;
  /** The page is shown: take the seat. */
  enter(): void;
  /** The page is gone: give everything back, unless it comes again at once. */
  leave(): void;
  /** The machine is on the network again, or has lost it. */
  network(there: boolean): void;
}

export interface DeskParts {
  channel: WorkChannel;
  outboxStore: OutboxStore;
  draftStore: DraftStore;
  tabId: string;
  /** A clock that never goes back, in ms. */
  nowMs: () => number;
}

const REOPEN_FIRST_MS = 500;
const REOPEN_MAX_MS = 8_000;
const LEAVE_AFTER_MS = 250;
/** While the stream lives, the server's own word that a lease has ended gets this long to come first. */
const WITHDRAW_WAIT_MS = 1_500;

export function createWorkDesk({ channel, outboxStore, draftStore, tabId, nowMs }: DeskParts): WorkDesk {
  const clock = createServerClock(nowMs);
  const listeners = new Set<() => void>();
  let session = newSession(draftStore.read(), outboxStore.list());
  let stream: { close(): void } | null = null;
  let streamLives = false;
  let actsArrive = true;
  let reopens = 0;
  let pauseNo = 0;
  let givingBack: Promise<void> = Promise.resolve();
  const timers = {
    timeUp: createAlarm(nowMs),
    takeBack: createAlarm(nowMs),
    reopen: createAlarm(nowMs),
    leave: createAlarm(nowMs),
  };

  const outbox = openOutbox((acts) => channel.act(acts), outboxStore, {
    reply(reply) {
      clock.learn(reply.serverNowMs);
      if (reply.started) dispatch({ type: "start", serverNowMs: reply.serverNowMs, ...reply.started });
    },
    result: (key, outcome) => dispatch({ type: "act_result", key, outcome }),
    waiting: (count) => dispatch({ type: "waiting", count }),
    reached(there) {
      if (there === actsArrive) return;
      actsArrive = there;
      if (session.link !== "opening") showLink();
    },
    loggedOut: () => dispatch({ type: "logged_out" }),
  });

  function dispatch(input: SessionInput) {
    if ("serverNowMs" in input) clock.learn(input.serverNowMs);
    const before = session;
    const step = stepSession(session, input, nowMs());
    session = step.session;
    if (session.field !== before.field) draftStore.write(session.field);
    setAlarms();
    for (const order of step.orders) carryOut(order);
    if (session !== before) for (const listener of listeners) listener();
  }

  function carryOut(order: Order) {
    switch (order.type) {
      case "send":
        return outbox.add(order.act);
      case "take_back":
        return void takeBack(order);
      case "give_back":
        return void giveBackAndClose();
      case "open":
        return void openStream(order.takeOver);
      case "close":
        return closeStream();
    }
  }

  async function takeBack({ key, act }: Extract<Order, { type: "take_back" }>) {
    if (outbox.recall(key)) {
      return dispatch({
        type: "taken_back",
        key,
        leaseUntilMs: null,
        text: act.act === "answer" ? (act.text ?? "") : "",
      });
    }
    await outbox.settled(key);
    try {
      const reply = await channel.takeBack({ taskId: act.taskId, leaseNo: act.leaseNo });
      if (reply.outcome === "final") return dispatch({ type: "take_back_refused", key });
      clock.learn(reply.serverNowMs);
      dispatch({ type: "taken_back", key, leaseUntilMs: reply.leaseUntilMs, text: reply.text });
    } catch {
      // Whether it arrived is unknown, and its time is over before a second try: the answer counts as sent.
      dispatch({ type: "take_back_refused", key });
    }
  }

  async function openStream(takeOver: boolean) {
    pauseNo += 1;
    closeStream();
    streamLives = false;
    const mine = pauseNo;
    await givingBack;
    if (mine !== pauseNo || session.stage !== "working") return;
    stream = channel.open(
      { tabId, takeOver },
      {
        event(event) {
          dispatch(event);
          if (event.type !== "hello") return;
          reopens = 0;
          streamLives = true;
          showLink();
        },
        link(link) {
          if (link === "live") return outbox.retryNow();
          streamLives = false;
          showLink();
        },
        ended: takeEnd,
      },
    );
  }

  /** Either way to the server may notice a cut first, and both must be there again before it is over. */
  function showLink() {
    dispatch({ type: "link", link: streamLives && actsArrive ? "live" : "cut" });
  }

  function closeStream() {
    timers.reopen.clear();
    stream?.close();
    stream = null;
  }

  function takeEnd(why: "ended" | "logged_out") {
    stream = null;
    if (why === "logged_out") return dispatch({ type: "logged_out" });
    if (session.stage !== "working") return;
    streamLives = false;
    showLink();
    const waitMs = Math.min(REOPEN_MAX_MS, REOPEN_FIRST_MS * 2 ** reopens);
    reopens += 1;
    timers.reopen.set(nowMs() + waitMs, () => void openStream(false));
  }

  /**
   * What the person did goes first, or the server would hand their answered task to somebody else. Where the server
   * cannot be reached nothing is to be done: leases end by themselves.
   */
  async function giveBackAndClose() {
    pauseNo += 1;
    const mine = pauseNo;
    await outbox.settled();
    if (mine !== pauseNo) return;
    givingBack = channel.giveBack(tabId).catch(() => undefined);
    await givingBack;
    if (mine === pauseNo) closeStream();
  }

  function setAlarms() {
    const task = session.stage === "working" ? taskOnScreen(session) : null;
    if (task === null) timers.timeUp.clear();
    else {
      const patienceMs = session.link === "live" ? WITHDRAW_WAIT_MS : 0;
      timers.timeUp.set(endsAtMs(task) + LEASE_GRACE_MS + patienceMs, () =>
        dispatch({ type: "time_up", key: leaseKey(task) }),
      );
    }
    const { sent } = session;
    if (sent === null || sent.untilMs === null) timers.takeBack.clear();
    else timers.takeBack.set(sent.untilMs, () => dispatch({ type: "take_back_over", key: sent.key }));
  }

  function endsAtMs(task: Assignment): number {
    // The clock of a task that was ahead starts with the act on the one before; until the server has said when,
    // it is counted from the moment at which the picture was shown.
    if (task.leaseUntilMs === null) return session.shown.atMs + task.leaseMs;
    return clock.toLocalMs(task.leaseUntilMs);
  }

  return {
    getSession: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    endsAtMs,
    nowMs,
    openFrame: (lease) => channel.openFrame(lease),
    enter() {
      timers.leave.clear();
      outbox.retryNow();
      if (session.stage === "paused" || session.stage === "logged_out") dispatch({ type: "resume" });
      else if (session.stage === "working" && stream === null) void openStream(false);
    },
    leave() {
      timers.leave.set(nowMs() + LEAVE_AFTER_MS, () => {
        dispatch({ type: "pause" });
      });
    },
    network(there) {
      if (session.stage !== "working") return;
      if (!there) return dispatch({ type: "link", link: "cut" });
      outbox.retryNow();
      if (session.link === "cut") void openStream(false);
    },
  };
}
