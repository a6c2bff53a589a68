import { z } from "zod";
import { taskIdSchema } from "./work";

/** `callbacks.endpoints`: hosts that may be called. They are registered by `add_pingback`, from the host itself. */
export interface CallbackEndpoint {
  host: string;
  /** 0: every port. */
  port: number;
  registeredAtMs: number;
  failingSinceMs: number | null;
  switchedOffAtMs: number | null;
  /** Why the latest of the failing calls failed, in words. */
  failure: string | null;
}

export const callbackEndpointSchema = z.object({
  host: z.string().min(1).max(253),
  port: z.number().int().min(0).max(65_535),
});

export const DELIVERY_STATES = ["waiting", "due", "delivered", "given_up"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One call that is made, or will be, at the end of a task. */
export interface CallbackDelivery {
  taskId: number;
  url: string;
  state: DeliveryState;
  attempts: number;
  nextAttemptAtMs: number | null;
  lastAttemptAtMs: number | null;
  lastStatus: number | null;
  failure: string | null;
  deliveredAtMs: number | null;
}

export const callbackDeliveriesSchema = z.object({
  state: z.enum(DELIVERY_STATES).optional(),
  before: taskIdSchema.optional(),
});
export interface CallbackDeliveriesPage {
  rows: CallbackDelivery[];
  nextBefore: number | null;
}
export const resendCallbackSchema = z.object({ taskId: taskIdSchema });

/** `callbacks.secret` and `callbacks.rotateSecret`: the old one signs beside the new one for a day. */
export interface CallbackSecretShown {
  secret: string;
  /** Until when the secret before it signs as well; null when there is none. */
  previousUntilMs: number | null;
}

export const testCallbackSchema = z.object({ url: z.string().trim().min(1, "Enter an address").max(2_000) });
export type TestCallbackReply =
  | { outcome: "answered"; status: number; tookMs: number; taken: boolean }
  | { outcome: "failed"; failure: string }
  | { outcome: "too_many"; retryAfterSeconds: number };
