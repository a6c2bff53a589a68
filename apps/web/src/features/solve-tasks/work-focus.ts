import type { PointerEvent } from "react";

const PAN_PX = 60;

/** Moves an enlarged picture; false where there is nothing to move. */
export function pan(direction: string): boolean {
  const pane = document.querySelector("[data-picture-pane][tabindex]");
  const steps: Record<string, [number, number]> = { Left: [-1, 0], Right: [1, 0], Up: [0, -1], Down: [0, 1] };
  const step = steps[direction];
  if (pane === null || step === undefined) return false;
  pane.scrollBy(step[0] * PAN_PX, step[1] * PAN_PX);
  return true;
}

/** A click on nothing in particular leaves the person typing; a selection of text is left alone. */
export function returnFocus(event: PointerEvent, field: HTMLElement | null) {
  if (event.pointerType !== "mouse" || document.activeElement !== document.body) return;
  if (getSelection()?.isCollapsed !== false) field?.focus({ preventScroll: true });
}

/** After a dialog or menu has put focus back where it was. */
export function returnToField(field: HTMLElement | null) {
  setTimeout(() => field?.focus({ preventScroll: true }), 0);
}
