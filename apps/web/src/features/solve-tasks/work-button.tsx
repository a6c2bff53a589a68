import { type ButtonSize, type ButtonTone, buttonLook } from "@sightline/ui/button-look";
import { type ReactNode, useId } from "react";
import { type Chord, chordText } from "./command-keys";

export interface WorkButtonProps {
  name: string;
  onPress: () => void;
  /** What it does beyond its name, shown on hover and focus and read with the name. */
  effect?: string;
  /** The edge of the button at which the effect's box begins, so that it stays within the screen. */
  effectEdge?: "start" | "end";
  chord?: Chord;
  pressed?: boolean;
  disabled?: boolean;
  tone?: ButtonTone;
  size?: ButtonSize;
  className?: string;
  /** Shown in place of the name, as an icon. */
  children?: ReactNode;
}

/**
 * A button that leaves focus where it is, so that a press never takes it from the answer. When it can't act it stays
 * focusable and in its place.
 */
export function WorkButton(props: WorkButtonProps) {
  const {
    name,
    onPress,
    effect,
    effectEdge = "start",
    chord,
    pressed,
    disabled = false,
    tone = "plain",
    size = "medium",
  } = props;
  const effectId = useId();
  return (
    <span className={`group relative inline-flex ${props.className ?? ""}`}>
      <button
        type="button"
        {...(props.children !== undefined && { "aria-label": name })}
        {...(effect !== undefined && { "aria-describedby": effectId })}
        {...(pressed !== undefined && { "aria-pressed": pressed })}
        {...(chord !== undefined && { "aria-keyshortcuts": chord.replace("++", "+Plus") })}
        aria-disabled={disabled}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !disabled && onPress()}
        className={`${buttonLook(tone, size)} ${size === "icon" ? "" : "w-full"} aria-pressed:bg-accent-ground aria-pressed:text-accent-text aria-disabled:cursor-default aria-disabled:text-text-quiet`}
      >
        {props.children ?? name}
        {chord !== undefined && props.children === undefined && (
          <span
            aria-hidden
            className={`hidden font-mono text-12 font-normal pointer-fine:inline ${tone === "primary" ? "" : "text-text-quiet"}`}
          >
            {chordText(chord)}
          </span>
        )}
      </button>
      {effect !== undefined && (
        <span
          id={effectId}
          role="tooltip"
          className={`pointer-events-none invisible absolute pointer-coarse:hidden max-sm:hidden top-full z-20 mt-2 w-56 rounded-6 bg-surface px-3 py-2 text-13 text-text opacity-0 shadow-raised group-has-focus-visible:visible group-has-focus-visible:opacity-100 pointer-fine:group-hover:visible pointer-fine:group-hover:opacity-100 pointer-fine:group-hover:transition-opacity pointer-fine:group-hover:delay-400 ${effectEdge === "start" ? "start-0" : "end-0"}`}
        >
          {effect}
        </span>
      )}
    </span>
  );
}
