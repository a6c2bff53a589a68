import { z } from "zod";

/** `earnings.sayPresence`: the work page is visible or not; `ready`: the person has answered "Still there?". */
export const presenceSchema = z.object({ visible: z.boolean(), ready: z.boolean() });

/** `earnings.mine` */
export interface WorkerEarnings {
  availableMicros: number;
  pendingMicros: number;
  todayMicros: number;
  answeredToday: number;
  /** Over the active time of the last 24 hours; null while there is too little of it. */
  perActiveHourMicros: number | null;
  activeTodayMs: number;
  /** What an hour of active time earns at least; 0: no floor. */
  floorMicrosPerHour: number;
  /** The newest first. */
  hours: WorkerHourRow[];
  confirmations: PayConfirmationRow[];
}
export interface WorkerHourRow {
  /** Its beginning, ms since 1970. */
  fromMs: number;
  activeMs: number;
  /** Null until the hour is settled. */
  earnedMicros: number | null;
  topUpMicros: number | null;
}
export interface PayConfirmationRow {
  confirmationId: number;
  confirmedAtMs: number;
  answers: number;
  micros: number;
}
