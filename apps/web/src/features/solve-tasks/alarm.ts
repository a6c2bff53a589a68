/** One timer that rings at a time of the given clock; it is set again only when that time has changed. */
export interface Alarm {
  set(atMs: number, ring: () => void): void;
  clear(): void;
}

export function createAlarm(nowMs: () => number): Alarm {
  let atMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ring: () => void = () => undefined;
  const clear = () => {
    clearTimeout(timer);
    atMs = null;
  };
  return {
    clear,
    set(nextMs, nextRing) {
      ring = nextRing;
      if (nextMs === atMs) return;
      clear();
      atMs = nextMs;
      timer = setTimeout(
        () => {
          atMs = null;
          ring();
        },
        Math.max(0, nextMs - nowMs()),
      );
    },
  };
}
