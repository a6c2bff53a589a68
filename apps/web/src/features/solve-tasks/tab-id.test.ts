import { expect, it } from "vitest";
import type { TextStore } from "./outbox-store";
import { takeTabId } from "./tab-id";

function aStorage(): TextStore {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
    removeItem: (name) => void items.delete(name),
  };
}

it("is the same after a reload", () => {
  const storage = aStorage();
  const page = new EventTarget();
  const before = takeTabId(storage, page);
  page.dispatchEvent(new Event("pagehide"));
  expect(takeTabId(storage, new EventTarget())).toBe(before);
});

it("is another one in a duplicated tab, which inherits the storage of a living page", () => {
  const storage = aStorage();
  const before = takeTabId(storage, new EventTarget());
  expect(takeTabId(storage, new EventTarget())).not.toBe(before);
});

it("is another one in a tab duplicated from a page that was brought back", () => {
  const storage = aStorage();
  const page = new EventTarget();
  const before = takeTabId(storage, page);
  page.dispatchEvent(new Event("pagehide"));
  page.dispatchEvent(new Event("pageshow"));
  expect(takeTabId(storage, new EventTarget())).not.toBe(before);
});

it("works without storage", () => {
  expect(takeTabId(null, new EventTarget())).toMatch(/^[0-9a-f]{32}$/);
});
