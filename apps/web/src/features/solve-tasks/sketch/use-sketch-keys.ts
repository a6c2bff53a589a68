import { type RefObject, useEffect, useRef } from "react";
import { isComposing } from "../use-work-keys";

export interface SketchKeyActs {
  send(pressedAtMs: number): void;
  undo(): void;
  noMatch(): void;
  /** Keys of this kind's own. False for a key that means nothing to it. */
  press(event: KeyboardEvent): boolean;
}

/**
 * Plain keys on a picture that is marked: there is no text to type, so they mark. They count while focus is on the
 * picture or nowhere; on a button beside it Space and Enter stay the button's own. Held keys repeat only where
 * they move something.
 */
export function useSketchKeys(region: RefObject<HTMLElement | null>, acts: SketchKeyActs) {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || !isMeant(event, region.current)) return;
      if (takeKey(event, latest.current)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [region]);
}

function takeKey(event: KeyboardEvent, acts: SketchKeyActs): boolean {
  const { key, altKey, ctrlKey, metaKey, repeat } = event;
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== "z") return false;
    acts.undo();
    return true;
  }
  if (key.startsWith("Arrow")) return acts.press(event);
  if (repeat) return true;
  if (key === "Enter") acts.send(event.timeStamp);
  else if (key === "Backspace" || key === "Delete") acts.undo();
  else if (key === "n" || key === "N" || event.code === "KeyN") acts.noMatch();
  else return acts.press(event);
  return true;
}

function isMeant({ target }: KeyboardEvent, region: HTMLElement | null): boolean {
  if (document.querySelector("[role=dialog], [role=menu]") !== null) return false;
  return target === document.body || (target instanceof Node && region?.contains(target) === true);
}
