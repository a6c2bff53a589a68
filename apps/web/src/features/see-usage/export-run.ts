import { useSyncExternalStore } from "react";

export type ExportState =
  | { step: "idle" }
  | { step: "running"; tasks: number }
  | { step: "done"; tasks: number }
  | { step: "stopped" }
  | { step: "failed" };

/**
 * The one export of this tab. It lives beside the pages, so that leaving one does not end it; the file is handed over
 * when it is whole.
 */
let state: ExportState = { step: "idle" };
let running: AbortController | null = null;
const listeners = new Set<() => void>();

function become(next: ExportState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function useExportRun(): ExportState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export function stopExport(): void {
  running?.abort();
}

/** Reads the file as it comes and saves it at the end. A second start while one runs does nothing. */
export async function runExport(address: string, save: (file: Blob) => void): Promise<void> {
  if (state.step === "running") return;
  const stop = new AbortController();
  running = stop;
  become({ step: "running", tasks: 0 });
  try {
    const reply = await fetch(address, { signal: stop.signal });
    if (!reply.ok || reply.body === null) throw new Error(`the server answered ${reply.status}`);
    const parts: BlobPart[] = [];
    // The first line names the columns.
    let tasks = -1;
    const reader = reply.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      parts.push(piece.value);
      tasks += linesIn(piece.value);
      become({ step: "running", tasks: Math.max(0, tasks) });
    }
    save(new Blob(parts, { type: "text/csv" }));
    become({ step: "done", tasks: Math.max(0, tasks) });
  } catch {
    become({ step: stop.signal.aborted ? "stopped" : "failed" });
  } finally {
    running = null;
  }
}

const LINE_FEED = 10;

// An answer is one line, so every line feed ends a task.
function linesIn(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 0);
}
