import { z } from "zod";
import { solutionSchema } from "./answers";
import { taskKindSchema } from "./task-kinds";
import { taskParamsSchema } from "./task-params";

/**
 * What the worker's screen and the server say to each other (tRPC router `work`).
 *
 * `work.stream` is a subscription of WorkEvent with tracked ids. On every (re)connection the first event is
 * `hello` with all that the worker holds; the screen replaces what it knows by it, keyed by task and lease. After
 * that `assign` adds a task, `start` starts the clock of one that was ahead, `withdraw` takes one away, `floor`
 * brings the quiet figures. `seat_taken` is the last event of a stream whose seat another tab has taken over.
 *
 * `work.act` takes what the outbox holds, in the order in which the person did it. An act is identified by its
 * task and lease number: sent twice, it counts once.
 */
export const taskIdSchema = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/**
 * A file of a task as the screen gets it. `url` is a data: URI when the file is at most 32 kB, else an address that
 * stops working with the lease.
 */
export const taskFileSchema = z.object({
  role: z.enum(["picture", "sound", "instructions"]),
  url: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
});
export type TaskFile = z.infer<typeof taskFileSchema>;

export const assignmentSchema = z.object({
  taskId: taskIdSchema,
  leaseNo: z.number().int().positive(),
  kind: taskKindSchema,
  /** `current`: its clock runs. `ahead`: reserved for this worker, its clock starts with the act on the one before. */
  position: z.enum(["current", "ahead"]),
  /** End of the lease by the server's clock, in ms since 1970; null while it is ahead. */
  leaseUntilMs: z.number().nullable(),
  leaseMs: z.number(),
  /** The main picture; null for a kind that has none. */
  imageUrl: z.string().nullable(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  /** The other files: further pictures to rotate, the sound, the picture with instructions. */
  files: z.array(taskFileSchema).max(10),
  hints: taskParamsSchema,
  /** What the worker will earn for an answer. */
  payMicros: z.number().int(),
  /** A task of training or exam, which says so; every other one has no such field. */
  lesson: z.enum(["training", "exam"]).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const floorFiguresSchema = z.object({
  queued: z.number().int(),
  pendingMicros: z.number().int(),
  todayMicros: z.number().int(),
  answeredToday: z.number().int(),
  /** While nothing is to be done: how long that may last, null when nobody can say; 3,600,000 stands for more, too. */
  expectedWaitMs: z.number().int().nullable().optional(),
});
export type FloorFigures = z.infer<typeof floorFiguresSchema>;

/** Why a task leaves the screen without an act of the worker. */
export const withdrawReasonSchema = z.enum(["lease_ended", "task_ended", "given_to_another", "given_back"]);
export type WithdrawReason = z.infer<typeof withdrawReasonSchema>;

export const workEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("hello"),
    serverNowMs: z.number(),
    seatId: z.string(),
    tasks: z.array(assignmentSchema),
    figures: floorFiguresSchema,
  }),
  z.object({ type: z.literal("assign"), serverNowMs: z.number(), task: assignmentSchema }),
  z.object({
    type: z.literal("start"),
    serverNowMs: z.number(),
    taskId: taskIdSchema,
    leaseNo: z.number().int(),
    leaseUntilMs: z.number(),
  }),
  z.object({
    type: z.literal("withdraw"),
    taskId: taskIdSchema,
    leaseNo: z.number().int(),
    reason: withdrawReasonSchema,
  }),
  z.object({ type: z.literal("floor"), serverNowMs: z.number(), figures: floorFiguresSchema }),
  /** What came of a task of training or exam. Which of a worker's other tasks were gold is never told. */
  z.object({
    type: z.literal("lesson"),
    kind: taskKindSchema,
    stage: z.enum(["training", "exam"]),
    outcome: z.enum(["right", "near", "wrong", "unanswered"]),
    given: z.string().nullable(),
    /** What was right, in the text form of the protocol. */
    accepted: z.array(z.string()),
    judged: z.number().int(),
    right: z.number().int(),
    /** Where the worker stands now: another stage than `stage` when that is over. */
    next: z.enum(["training", "exam", "probation", "full"]),
  }),
  z.object({ type: z.literal("seat_taken") }),
]);
export type WorkEvent = z.infer<typeof workEventSchema>;

const leaseKey = { taskId: taskIdSchema, leaseNo: z.number().int().positive() };
export const workActSchema = z.discriminatedUnion("act", [
  z.object({
    ...leaseKey,
    act: z.literal("answer"),
    /** What was typed, for kinds that are answered in text. One that is too long is refused alone, not with its call. */
    text: z.string().optional(),
    /** The answer, for all other kinds. */
    solution: solutionSchema.optional(),
    /** 0 makes the answer final at once (simulated workers); absent means the usual time to take it back. */
    graceMs: z.literal(0).optional(),
  }),
  z.object({ ...leaseKey, act: z.literal("pass") }),
  z.object({ ...leaseKey, act: z.literal("unreadable") }),
  z.object({ ...leaseKey, act: z.literal("report_content") }),
  /** What a vendor's widget says instead of its challenge. The last one is a vote, the others end the task. */
  z.object({ ...leaseKey, act: z.literal("key_refused") }),
  z.object({ ...leaseKey, act: z.literal("domain_refused") }),
  z.object({ ...leaseKey, act: z.literal("value_expired") }),
  z.object({ ...leaseKey, act: z.literal("widget_failed") }),
]);
export type WorkAct = z.infer<typeof workActSchema>;

export const ACTS_PER_CALL_MAX = 20;
export const workActsSchema = z.object({ acts: z.array(workActSchema).min(1).max(ACTS_PER_CALL_MAX) });

/**
 * `done`: it counts (also when it had counted before). `lease_ended`: the lease ran out or the task is over; not
 * paid, not held against the worker. `not_yours`: no such lease of this worker. The rest are answers that cannot
 * be taken: the text stays on the screen.
 */
export const actOutcomeSchema = z.enum([
  "done",
  "lease_ended",
  "not_yours",
  "empty",
  "too_long",
  "too_short",
  "not_numeric",
  "not_letters",
  "not_alphanumeric",
  "not_mixed",
  "wrong_shape",
  "too_few",
  "too_many",
  "outside",
]);
export type ActOutcome = z.infer<typeof actOutcomeSchema>;

export interface ActResult {
  taskId: number;
  leaseNo: number;
  outcome: ActOutcome;
}

export interface ActsReply {
  serverNowMs: number;
  results: ActResult[];
  /** The task whose clock the last act started, when the worker held one ahead. */
  started: { taskId: number; leaseNo: number; leaseUntilMs: number } | null;
}

export const takeBackSchema = z.object(leaseKey);
/** `taken_back`: the task is current again until `leaseUntilMs`. `final`: too late, the answer stands. */
export type TakeBackReply =
  | { outcome: "taken_back"; serverNowMs: number; leaseUntilMs: number; text: string }
  | { outcome: "final" };
