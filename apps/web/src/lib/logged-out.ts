import { serverErrorCode } from "./server-error";

const listeners = new Set<() => void>();

/** Called when the server no longer knows the session that a page was opened with. Returns how to stop. */
export function onLoggedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announceIfLoggedOut(error: unknown): void {
  if (serverErrorCode(error) !== "UNAUTHORIZED") return;
  for (const listener of listeners) listener();
}
