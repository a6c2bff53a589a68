import { type RefObject, useEffect, useRef } from "react";
import { type Command, type CommandKeys, chordOf, commandOf } from "./command-keys";

export interface WorkKeyActs {
  run(command: Command): void;
  /** Moves an enlarged picture; false when there is nothing to move, and the key goes its usual way. */
  pan(direction: string): boolean;
  help(): void;
}

const REPEATABLE: readonly Command[] = ["zoom_in", "zoom_out"];

/**
 * The keys of the work screen, wherever focus is. Plain keys belong to the answer: a letter typed while nothing has
 * focus goes into the field, or to the picture that is marked. Keys of an open dialog, of a composition, and repeats of a held key do nothing here.
 */
export function useWorkKeys(keys: CommandKeys, focus: RefObject<HTMLElement | null>, acts: WorkKeyActs) {
  const latest = useRef({ keys, acts });
  latest.current = { keys, acts };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || isInDialog(event.target)) return;
      const { keys, acts } = latest.current;
      const chord = chordOf(event);
      if (chord?.startsWith("Alt+Arrow") && acts.pan(chord.slice("Alt+Arrow".length))) event.preventDefault();
      const command = chord === null ? null : commandOf(keys, chord);
      if (command !== null) {
        event.preventDefault();
        if (!event.repeat || REPEATABLE.includes(command)) acts.run(command);
      } else if (event.key === "?" && !isTextField(event.target)) {
        event.preventDefault();
        acts.help();
      } else if (document.activeElement === document.body && isText(event)) {
        focus.current?.focus();
      }
    };
    // In the capture phase, so that the app's own keys see that these are taken.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [focus]);
}

/** Input methods use Enter, Escape and letters themselves; some browsers say so only by the key code 229. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function isInDialog(target: EventTarget | null): boolean {
  const within = target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
  return within || document.querySelector("[role=dialog], [role=menu]") !== null;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "text";
}

function isText(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
