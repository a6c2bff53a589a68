import { useSyncExternalStore } from "react";
import { queryClient } from "../../lib/query-client";
import { trpc } from "../../lib/trpc";
import { trpcClient } from "../../lib/trpc-client";

/** How far a bulk report has come. It belongs to the tab, not to a page, so that pages may be left meanwhile. */
export interface BulkReport {
  done: number;
  total: number;
  recorded: number;
  /** Why some were not recorded: each reason once. */
  says: string[];
  finished: boolean;
  failed: boolean;
}

/** As many as one call takes. */
const PER_CALL = 20;
let current: BulkReport | null = null;
const listeners = new Set<() => void>();

export function useBulkReport(): BulkReport | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Reports these tasks, a few at a time. One bulk report runs at once. */
export async function startBulkReport(taskIds: readonly number[], verdict: "good" | "bad"): Promise<void> {
  if (current && !current.finished) return;
  let state: BulkReport = {
    done: 0,
    total: taskIds.length,
    recorded: 0,
    says: [],
    finished: false,
    failed: false,
  };
  set(state);
  window.addEventListener("beforeunload", askBeforeLeaving);
  try {
    for (let at = 0; at < taskIds.length; at += PER_CALL) {
      const outcomes = await trpcClient.reports.report.mutate({
        taskIds: taskIds.slice(at, at + PER_CALL),
        verdict,
      });
      const reasons = outcomes.flatMap(({ says }) => says ?? []);
      state = {
        ...state,
        done: Math.min(at + PER_CALL, taskIds.length),
        recorded: state.recorded + outcomes.filter(({ recorded }) => recorded).length,
        says: [...new Set([...state.says, ...reasons])],
      };
      set(state);
    }
    set({ ...state, finished: true });
  } catch {
    set({ ...state, finished: true, failed: true });
  } finally {
    window.removeEventListener("beforeunload", askBeforeLeaving);
  }
  await queryClient.invalidateQueries({ queryKey: trpc.customer.tasks.queryKey() });
  await queryClient.invalidateQueries({ queryKey: trpc.reports.pathKey() });
}

/** Other pages may be gone to meanwhile; closing the tab would leave the rest unreported. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function dismissBulkReport(): void {
  if (current?.finished) set(null);
}

function set(next: BulkReport | null): void {
  current = next;
  for (const notify of listeners) notify();
}
