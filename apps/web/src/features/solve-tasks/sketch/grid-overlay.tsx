import { Check } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cellBeside, cellOfKey, keyOfCell } from "./grid-keys";
import { type SketchDesk, SketchRegion } from "./sketch-region";

export interface GridOverlayProps {
  desk: SketchDesk;
  focus: RefObject<HTMLElement | null>;
}

/** The cells over the picture, each a button that stays pressed. */
export function GridOverlay({ desk, focus }: GridOverlayProps) {
  const { rows = 3, cols = 3 } = desk.task.hints;
  const cells = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(1);
  const chosen = desk.sketch.shape === "cells" ? desk.sketch.cells : [];

  const toggle = (cell: number) => {
    setCursor(cell);
    desk.mark({ mark: "cell", cell });
  };
  const onKey = (event: KeyboardEvent) => {
    const beside = cellBeside(cursor, event.key, { rows, cols });
    if (beside !== null) {
      setCursor(beside);
      cells.current?.querySelectorAll("button")[beside - 1]?.focus({ preventScroll: true });
      return true;
    }
    // On a cell, Space is the button's own.
    if (event.key === " " && event.target instanceof HTMLButtonElement) return false;
    const cell = event.key === " " ? cursor : cellOfKey(event, { rows, cols });
    if (cell !== null) toggle(cell);
    return cell !== null;
  };

  return (
    <SketchRegion desk={desk} focus={focus} onKey={onKey}>
      <div
        ref={cells}
        className="grid size-full touch-manipulation"
        style={{
          gridTemplateColumns: `repeat(${cols}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {Array.from({ length: rows * cols }, (_, place) => (
          <GridCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
            key={place}
            cell={place + 1}
            cap={keyOfCell(place + 1, { rows, cols })}
            chosen={chosen.includes(place + 1)}
            reachable={place + 1 === cursor}
            onToggle={toggle}
          />
        ))}
      </div>
    </SketchRegion>
  );
}

interface GridCellProps {
  cell: number;
  cap: string | null;
  chosen: boolean;
  reachable: boolean;
  onToggle: (cell: number) => void;
}

function GridCell({ cell, cap, chosen, reachable, onToggle }: GridCellProps) {
  const { t } = useTranslation("work");
  return (
    <button
      type="button"
      tabIndex={reachable ? 0 : -1}
      aria-label={t("marks.cell", { cell })}
      aria-pressed={chosen}
      {...(cap !== null && { "aria-keyshortcuts": cap })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onToggle(cell)}
      className="relative min-w-0 outline-1 -outline-offset-1 outline-surface/70 hover:bg-surface/20 focus-visible:z-10 focus-visible:outline-(length:--focus-width) focus-visible:outline-offset-[-3px] focus-visible:outline-focus aria-pressed:bg-accent/30 aria-pressed:inset-ring-4 aria-pressed:inset-ring-accent"
    >
      {cap !== null && (
        <span
          aria-hidden
          className="absolute start-1 top-1 hidden rounded-6 bg-surface/90 px-1 font-mono text-12 text-text pointer-fine:block"
        >
          {cap}
        </span>
      )}
      {chosen && (
        <Check
          aria-hidden
          className="absolute end-1 bottom-1 size-4 rounded-full bg-accent p-0.5 text-on-accent sm:size-5"
        />
      )}
    </button>
  );
}
