import { useState } from "react";

/**
 * A choice of this person on this device. Storage that is full, blocked or holds something else counts as the
 * fallback: a setting that is not kept must not keep a page from opening.
 */
export function usePersistedState<T>(
  key: string,
  fallback: T,
  isValid: (stored: unknown) => stored is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => readPersisted(key, fallback, isValid));
  const keep = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // It holds until the page is left.
    }
  };
  return [value, keep];
}

/** What was kept, without a component that follows it. */
export function readPersisted<T>(key: string, fallback: T, isValid: (stored: unknown) => stored is T): T {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isValid(stored) ? stored : fallback;
  } catch {
    return fallback;
  }
}

export const isBoolean = (stored: unknown): stored is boolean => typeof stored === "boolean";
export const isStringList = (stored: unknown): stored is string[] =>
  Array.isArray(stored) && stored.every((each) => typeof each === "string");
