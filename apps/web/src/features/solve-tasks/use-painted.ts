import { type RefObject, useLayoutEffect } from "react";
import type { LeaseKey } from "./lease-key";
import { markPainted } from "./paint-marks";

/** Marks the frame that first shows a task, once it is on the screen and all that it shows is there. */
export function usePainted(key: LeaseKey, ready: boolean, focus: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => (ready ? markPainted(key, focus) : undefined), [key, ready, focus]);
}
