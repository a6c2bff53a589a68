import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";

/**
 * The keys of a page, in one list that the listener, the key sheet and the command palette all read.
 *
 * `keys` is either one key (`c`), or two in a row (`g q`), typed without a modifier outside of fields. An entry
 * without keys is only in the palette. While a dialog is open, plain keys belong to it and nothing here fires.
 */
export interface HotKey {
  keys?: string;
  label: string;
  run: () => void;
}

interface HotKeyRegistry {
  entries: HotKey[];
  add: (entries: HotKey[]) => () => void;
}

const SECOND_KEY_MS = 1_200;
const RegistryContext = createContext<HotKeyRegistry>({ entries: [], add: () => () => {} });

export function HotKeysProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<HotKey[][]>([]);
  const [add] = useState(() => (entries: HotKey[]) => {
    setGroups((before) => [...before, entries]);
    return () => setGroups((before) => before.filter((group) => group !== entries));
  });
  const entries = groups.flat();
  useSequences(entries);
  return <RegistryContext value={{ entries, add }}>{children}</RegistryContext>;
}

/** Adds keys for as long as the caller is on the page. `entries` must keep its identity between renders. */
export function useHotKeys(entries: HotKey[]): void {
  const { add } = useContext(RegistryContext);
  useEffect(() => add(entries), [add, entries]);
}

export function useHotKeyEntries(): HotKey[] {
  return useContext(RegistryContext).entries;
}

function useSequences(entries: HotKey[]): void {
  const current = useRef(entries);
  current.current = entries;
  useEffect(() => {
    let first = { key: "", atMs: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      if (event.key === "/" && focusSearch()) return event.preventDefault();
      const pair = event.timeStamp - first.atMs < SECOND_KEY_MS ? `${first.key} ${event.key}` : "";
      const hit = current.current.find(
        ({ keys }) => keys !== undefined && (keys === pair || keys === event.key),
      );
      first = hit ? { key: "", atMs: 0 } : { key: event.key, atMs: event.timeStamp };
      if (!hit) return;
      event.preventDefault();
      hit.run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** A key without modifier that no field and no dialog is waiting for. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable], [role=menu], [role=listbox]"))
    return false;
  return document.querySelector("[role=dialog], [role=alertdialog]") === null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-page-search]");
  field?.focus();
  field?.select();
  return field !== null;
}
