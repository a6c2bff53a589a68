import { ACTS_PER_CALL_MAX, type ActOutcome, type ActsReply, type WorkAct } from "@sightline/contract/work";
import { type LeaseKey, leaseKey } from "./lease-key";
import type { OutboxStore } from "./outbox-store";
import { ChannelFailure } from "./work-channel";

/**
 * Acts on their way to the server, in the order in which the person did them. An act is stored before it is sent
 * and forgotten only when the server has named its outcome, so neither a cut nor a reload loses one; sent twice it
 * counts once, since task and lease name it. One call is in flight at a time and takes what has gathered
 * meanwhile. A call that did not reach the server is made again after 0.25 s, doubling up to 8 s.
 */
export interface Outbox {
  add(act: WorkAct): void;
  /** Takes an act out again when it was never sent. False: it may have reached the server, or it is not here. */
  recall(key: LeaseKey): boolean;
  /** Resolves when this act, or without a key every act, has its outcome. */
  settled(key?: LeaseKey): Promise<void>;
  /** Sends at once what waits for its next try: the network or the log-in is back. */
  retryNow(): void;
}

export interface OutboxWatch {
  reply(reply: ActsReply): void;
  result(key: LeaseKey, outcome: ActOutcome): void;
  waiting(count: number): void;
  /** Whether the last call reached the server. */
  reached(there: boolean): void;
  loggedOut(): void;
}

const RETRY_FIRST_MS = 250;
const RETRY_MAX_MS = 8_000;

export function openOutbox(
  send: (acts: WorkAct[]) => Promise<ActsReply>,
  store: OutboxStore,
  watch: OutboxWatch,
): Outbox {
  let queue: WorkAct[] = [...store.list()];
  let inFlight = false;
  const tried = new Set<LeaseKey>();
  let failures = 0;
  let perCall = ACTS_PER_CALL_MAX;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let loggedOut = false;
  let settling: { key: LeaseKey | undefined; resolve: () => void }[] = [];

  const has = (key: LeaseKey | undefined) =>
    key === undefined ? queue.length > 0 : queue.some((act) => leaseKey(act) === key);

  function forget(keys: ReadonlySet<LeaseKey>) {
    queue = queue.filter((act) => !keys.has(leaseKey(act)));
    for (const key of keys) tried.delete(key);
    store.remove(keys);
    watch.waiting(queue.length);
    const done = settling.filter(({ key }) => !has(key));
    settling = settling.filter(({ key }) => has(key));
    for (const { resolve } of done) resolve();
  }

  async function sendNext(): Promise<void> {
    if (loggedOut || inFlight || retry !== null || queue.length === 0) return;
    const acts = queue.slice(0, perCall);
    inFlight = true;
    for (const act of acts) tried.add(leaseKey(act));
    try {
      const reply = await send(acts);
      inFlight = false;
      watch.reached(true);
      takeReply(acts, reply);
    } catch (error) {
      inFlight = false;
      takeFailure(acts, error);
    }
    void sendNext();
  }

  function takeReply(acts: WorkAct[], reply: ActsReply) {
    const sent = new Set(acts.map(leaseKey));
    const results = reply.results.filter((result) => sent.has(leaseKey(result)));
    // An answer that names none of ours would otherwise be asked for again without a pause.
    if (results.length === 0) return waitForRetry();
    failures = 0;
    perCall = ACTS_PER_CALL_MAX;
    forget(new Set(results.map(leaseKey)));
    for (const result of results) watch.result(leaseKey(result), result.outcome);
    watch.reply(reply);
  }

  function takeFailure(acts: WorkAct[], error: unknown) {
    const why = error instanceof ChannelFailure ? error.why : "unreached";
    if (why === "logged_out") {
      loggedOut = true;
      watch.loggedOut();
    } else if (why === "unreached") {
      watch.reached(false);
      waitForRetry();
    } else if (acts.length > 1) {
      // One of them cannot be read by the server: each goes alone, so that only the guilty one is dropped.
      perCall = 1;
    } else {
      const keys = new Set(acts.map(leaseKey));
      forget(keys);
      for (const key of keys) watch.result(key, "not_yours");
    }
  }

  function waitForRetry() {
    const longest = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** failures);
    failures += 1;
    // Half of the wait is left to chance, so that a crowd that was cut off together does not return together.
    retry = setTimeout(retryNow, longest * (0.5 + Math.random() / 2));
  }

  function retryNow() {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    loggedOut = false;
    void sendNext();
  }

  void sendNext();
  return {
    add(act) {
      queue = [...queue, act];
      store.put(act);
      watch.waiting(queue.length);
      void sendNext();
    },
    recall(key) {
      if (!has(key) || tried.has(key)) return false;
      forget(new Set([key]));
      return true;
    },
    settled(key) {
      if (!has(key)) return Promise.resolve();
      return new Promise((resolve) => settling.push({ key, resolve }));
    },
    retryNow,
  };
}
