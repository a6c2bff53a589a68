import type { HintMessage } from "./hint-message";

/** What this process does when another one tells it something; see hints.ts. */
export interface HintHandlers {
  /** Tasks were queued, or queued again; this is the smallest of their ids. */
  queued(firstTaskId: number): void;
  /** These tasks have ended; null when there were too many to name: look again at everything that is waited for. */
  ended(taskIds: readonly number[] | null): void;
  seatOpened(workerId: number): void;
  handsChanged(workerIds: readonly number[]): void;
  /** Something that is cached has changed: `account:7`, `session:<id>`, `prices`. */
  changed(what: string): void;
  /** Hints may have been missed: look again at everything. */
  reconnected(): void;
}

/** Hands each part of a message to who minds it. */
export function tellHandlers(handlers: HintHandlers, message: HintMessage): void {
  if (message.queued !== undefined) handlers.queued(message.queued);
  if (message.ended !== undefined) handlers.ended(message.ended);
  for (const workerId of message.seats ?? []) handlers.seatOpened(workerId);
  if (message.hands) handlers.handsChanged(message.hands);
  for (const what of message.changed ?? []) handlers.changed(what);
}
