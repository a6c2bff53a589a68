import type { ReactNode } from "react";

/** One of what waits for a second admin: what it is, and its buttons beneath each other at one edge. */
export function WaitingItem({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <li className="flex flex-col items-start gap-2 sm:flex-row sm:items-center sm:gap-4">
      <span className="max-w-full min-w-0 grow break-words">{children}</span>
      <span className="inline-flex shrink-0 flex-wrap gap-2">{actions}</span>
    </li>
  );
}
