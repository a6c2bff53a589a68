import { createDraftStore } from "./draft-store";
import { createOutboxStore } from "./outbox-store";
import { takeTabId } from "./tab-id";
import { createTrpcWorkChannel, type WorkProcedures } from "./trpc-work-channel";
import { createWorkDesk, type WorkDesk } from "./work-desk";

const desks = new Map<number, WorkDesk>();
let tabId: string | null = null;

/** This page's one desk for a worker: rendering twice, or leaving the page and coming back, finds the same. */
export function deskOfWorker(accountId: number, procedures: WorkProcedures): WorkDesk {
  const known = desks.get(accountId);
  if (known !== undefined) return known;
  tabId ??= takeTabId(storageOrNull("sessionStorage"), window);
  const desk = createWorkDesk({
    channel: createTrpcWorkChannel(procedures),
    outboxStore: createOutboxStore(storageOrNull("localStorage"), accountId),
    draftStore: createDraftStore(storageOrNull("sessionStorage"), accountId),
    tabId,
    // Unlike the time of day, it never goes back.
    nowMs: () => performance.timeOrigin + performance.now(),
  });
  desks.set(accountId, desk);
  return desk;
}

/** Reading the property alone throws where a browser refuses storage. */
function storageOrNull(name: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}
