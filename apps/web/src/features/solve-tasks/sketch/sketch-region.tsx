import type { Assignment } from "@sightline/contract/work";
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Mark } from "./apply-mark";
import type { Sketch } from "./sketch";
import { useSketchKeys } from "./use-sketch-keys";

/** What a picture that is marked needs of the desk. */
export interface SketchDesk {
  task: Assignment;
  sketch: Sketch;
  mark(mark: Mark): void;
  undo(): void;
  noMatch(): void;
  send(pressedAtMs: number): void;
}

export interface SketchRegionProps {
  desk: SketchDesk;
  /** Where the keys of the person go; this region while it is there. */
  focus: RefObject<HTMLElement | null>;
  /** Keys of this kind's own. False for a key that means nothing to it. */
  onKey: (event: KeyboardEvent) => boolean;
  children: ReactNode;
  className?: string;
}

/** The part of the screen that is marked: it has focus from the start, a name, and a word on how it works. */
export function SketchRegion({ desk, focus, onKey, children, className }: SketchRegionProps) {
  const { t } = useTranslation("work");
  const region = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { shape } = desk.sketch;
  useLayoutEffect(() => {
    const mine = region.current;
    focus.current = mine;
    mine?.focus({ preventScroll: true });
    return () => {
      if (focus.current === mine) focus.current = null;
    };
  }, [focus]);
  useSketchKeys(region, { ...desk, press: onKey });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a picture.
    <div
      ref={region}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys mark the picture, so it takes focus.
      tabIndex={0}
      aria-label={t(`regions.${shape}`)}
      aria-describedby={helpId}
      className={`rounded-6 focus-visible:outline-offset-[-3px] ${className ?? "absolute inset-0"}`}
    >
      {children}
      <span id={helpId} className="sr-only">
        {t(`regionHelp.${shape}`)}
      </span>
    </div>
  );
}
