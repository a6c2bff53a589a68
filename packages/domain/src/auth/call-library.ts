import { AsyncLocalStorage } from "node:async_hooks";

/** Calls of the library that are under way, in this process. */
let underWay = 0;

/**
 * Every call of the authentication library goes through here. The library keeps its state of a call in
 * AsyncLocalStorage. On Node 20 the first use of one switches on a hook for every promise of the process, and it
 * stays on: a quarter of the CPU that a task costs the server. So the storages rest while no call is under way; the
 * next call wakes them by itself.
 */
export async function callLibrary<T>(call: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await call();
  } finally {
    if (--underWay === 0) restStorages();
  }
}

/** The library names its storages here for all copies of itself. */
const SHARED = Symbol.for("better-auth:global");

function restStorages(): void {
  const shared = Reflect.get(globalThis, SHARED) as { context?: Record<string, unknown> } | undefined;
  for (const storage of Object.values(shared?.context ?? {})) {
    if (storage instanceof AsyncLocalStorage) storage.disable();
  }
}
