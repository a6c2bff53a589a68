import type { TextStore } from "./outbox-store";

const NAME = "sightline:tab";

/**
 * This tab's name for its seat: the same after a reload, another one in every other tab. It lies in sessionStorage
 * only between the end of one load and the start of the next, because a duplicated tab inherits what lies there.
 */
export function takeTabId(storage: TextStore | null, page: Pick<EventTarget, "addEventListener">): string {
  const tabId = readOnce(storage) ?? newTabId();
  page.addEventListener("pagehide", () => {
    try {
      storage?.setItem(NAME, tabId);
    } catch {
      // Without it the next load takes its seat as a new tab.
    }
  });
  page.addEventListener("pageshow", () => void readOnce(storage));
  return tabId;
}

function readOnce(storage: TextStore | null): string | null {
  try {
    const tabId = storage?.getItem(NAME) ?? null;
    storage?.removeItem(NAME);
    return tabId;
  } catch {
    return null;
  }
}

/** 128 random bits; `crypto.randomUUID` would need a secure origin. */
function newTabId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
