import { useSyncExternalStore } from "react";

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for all clocks of a page; none while nothing shows a time.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** What `pick` makes of the current time; the component renders again only when that changes. */
export function useNow<T extends string | number>(pick: (nowMs: number) => T): T {
  return useSyncExternalStore(subscribe, () => pick(Math.max(nowMs, 0)));
}
