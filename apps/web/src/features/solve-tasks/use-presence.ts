import { useCallback, useEffect, useRef, useState } from "react";
import type { LeaseKey } from "./lease-key";

/** The screen asks again a little before the five minutes are over for which an answer counts. */
const ASK_AFTER_MS = 4.5 * 60_000;
const LOOK_EVERY_MS = 5_000;
const READY_KEY = "F8";

export type SayPresence = (presence: { visible: boolean; ready: boolean }) => Promise<unknown>;

/**
 * Tells the server whether this page is visible and somebody is there, by which waiting counts as active time. True is
 * the moment to ask: nothing was done for long and no task is on the screen.
 */
export function usePresence(
  say: SayPresence,
  { waiting, lastActed }: { waiting: boolean; lastActed: LeaseKey | undefined },
): { asks: boolean; ready: () => void } {
  const readyAtMs = useRef(performance.now());
  const [asks, setAsks] = useState(false);
  const tell = useCallback(
    (ready: boolean) => {
      // One that is lost costs a little active time, and the next one makes it good.
      say({ visible: !document.hidden, ready }).catch(() => undefined);
    },
    [say],
  );
  const ready = useCallback(() => {
    readyAtMs.current = performance.now();
    setAsks(false);
    tell(true);
  }, [tell]);

  useEffect(() => {
    const changed = () => tell(false);
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, [tell]);
  useEffect(ready, [ready]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer shows by itself that somebody is there.
  useEffect(() => {
    readyAtMs.current = performance.now();
    setAsks(false);
  }, [lastActed]);
  useEffect(() => {
    if (!waiting) return setAsks(false);
    const look = () => setAsks(!document.hidden && performance.now() - readyAtMs.current > ASK_AFTER_MS);
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting]);
  useEffect(() => {
    if (!asks) return;
    const onKey = (event: KeyboardEvent) => event.key === READY_KEY && ready();
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [asks, ready]);
  return { asks, ready };
}
