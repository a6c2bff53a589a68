import { z } from "zod";
import { taskIdSchema } from "./work";

/** How long the request log reaches back where nobody has set another time. */
export const REQUEST_LOG_DAYS = 7;

/** How a call ended, as one filters for it: `waiting` is CAPCHA_NOT_READY, no error and no answer yet. */
export const REQUEST_OUTCOMES = ["ok", "waiting", "refused"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** One call of the API as its account may look at it again. Secrets are masked, files are named and measured. */
export interface LoggedCall {
  /** Place in the log, newest highest: `before` of the next page. */
  id: string;
  atMs: number;
  verb: string;
  /** `/in.php`, `/createTask` ... */
  address: string;
  /** What was asked for there: the classic protocol's method or action, the JSON API's type of task. */
  what: string | null;
  outcome: RequestOutcome;
  /** `OK`, or the code that was answered. */
  code: string;
  taskId: number | null;
  keyId: number | null;
  /** The caller's address on the network. */
  from: string;
  /** How long the answer took, its waiting included. */
  tookMs: number;
  /** How many calls this row stands for: the same question, not ready each time, within a second or so. */
  times: number;
  headers: Record<string, string>;
  /** By name; a file says its size. */
  sent: Record<string, unknown>;
  answered: string;
}

export const requestLogSchema = z.object({
  outcome: z.enum(REQUEST_OUTCOMES).optional(),
  address: z.string().max(40).optional(),
  taskId: taskIdSchema.optional(),
  keyId: z.number().int().positive().max(2_147_483_647).optional(),
  before: z
    .string()
    .regex(/^\d{1,16}_\d{1,3}$/)
    .optional(),
});

export interface RequestLogPage {
  calls: LoggedCall[];
  nextBefore: string | null;
  /** 0: the operator keeps no log. */
  keptDays: number;
}

/** What happened to a task, in the order in which it happened. */
export interface TimelineStep {
  atMs: number;
  step:
    | "accepted"
    | "leased"
    | "returned"
    | "answered"
    | "unsolved"
    | "delivered"
    | "called_back"
    | "callback_failed"
    | "reported_good"
    | "reported_bad"
    | "report_accepted"
    | "report_refused"
    | "report_refunded";
  /** The log's row of the call that did it. */
  callId: string | null;
}

export const taskTimelineSchema = z.object({ taskId: taskIdSchema });

/** Days that an operator may keep the log for at most; accounts choose fewer. */
export const REQUEST_LOG_DAYS_MAX = 90;

/** `requestLog.retention` and `requestLog.setRetention`: for how many days an account's calls are kept. */
export const requestRetentionSchema = z.object({ days: z.number().int().min(1).max(REQUEST_LOG_DAYS_MAX) });
export interface RequestRetention {
  days: number;
  /** As long as the operator keeps calls; 0: none are. */
  daysMax: number;
}
