import { usePersistedState } from "@sightline/ui/persisted-state";
import { useEffect, useRef } from "react";
import { breakIsDue, isBreakSpell, LATER_MS, lookAtSpell, NO_SPELL, NOT_TODAY_MS } from "./break-spell";

const LOOK_EVERY_MS = 20_000;

export interface BreakView {
  /** Minutes of work without a break when one is suggested, else null. */
  minutes: number | null;
  putOff(until: "later" | "tomorrow"): void;
}

/**
 * Counts work without a break on this device, whatever pages were opened between. `isOpen`: the person is at work;
 * `isActive`: something is to be done.
 */
export function useBreak({ isOpen, isActive }: { isOpen: boolean; isActive: boolean }): BreakView {
  const [spell, keep] = usePersistedState("sightline.work-spell", NO_SPELL, isBreakSpell);
  const latest = useRef({ spell, isActive, keep });
  latest.current = { spell, isActive, keep };
  useEffect(() => {
    const look = () => {
      const { spell, isActive, keep } = latest.current;
      keep(lookAtSpell(spell, isActive, Date.now()));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return {
    minutes: isOpen ? breakIsDue(spell, Date.now()) : null,
    putOff: (until) =>
      keep({ ...spell, quietUntilMs: Date.now() + (until === "later" ? LATER_MS : NOT_TODAY_MS) }),
  };
}
