import { REQUEST_FAILURES } from "../outbound/request-failures";

/** Why an attempt to call back failed, in words that a customer is shown; the names stand in `callback.last_failure`. */
export const CALLBACK_FAILURES = {
  ...REQUEST_FAILURES,
  not_registered: "The host was no longer registered, or was switched off.",
  task_gone: "The task's result is no longer kept.",
} as const;
export type CallbackFailure = keyof typeof CALLBACK_FAILURES;

/** What speaks against the receiver's host, rather than against the registration or for our own stopping. */
export function isHostsFault(failure: CallbackFailure): boolean {
  return failure !== "not_registered" && failure !== "task_gone" && failure !== "cancelled";
}
