import { shareOf } from "@sightline/contract/money";
import type { RecognitionRule } from "@sightline/contract/recognition";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { StoredFile } from "@sightline/db/schema/task";
import type { BudgetPlace, KeyBudget } from "../api-keys/key-budgets";
import type { DomainContext } from "../context";
import { LaneUnavailable } from "../lanes/lane";
import { PLATFORM_ACCOUNTS } from "../ledger/postings";
import type { NoSlotCause } from "../limits/count-submission";
import { isSandboxFull, SANDBOX_FULL } from "../sandbox/is-sandbox-full";
import type { Acceptance } from "./accept-batch";
import { MEDIA_TYPE_NUMBERS, type MediaType, type TaskInput } from "./task-inputs";

/** A file as the caller has inspected it and stripped it of its metadata (domain/files). */
export interface NewTaskFile {
  bytes: Buffer;
  mediaType: MediaType;
  /** The sides as a viewer displays it (files/displayed-sides.ts); 0 for a sound. */
  widthPx: number;
  heightPx: number;
}

export interface NewTask {
  accountId: number;
  kind: TaskKind;
  /** The file that the task is about; none for a text question and a challenge. */
  file?: NewTaskFile;
  /** Further pictures to rotate, and the picture with instructions. */
  moreFiles?: readonly (NewTaskFile & { role: StoredFile["role"] })[];
  params: TaskParams;
  /** Where the customer wants to be called at its end; checked by the caller against the registered hosts. */
  callbackUrl?: string | undefined;
  /** When several answers are enough; absent: one answer. */
  recognition?: RecognitionRule | undefined;
  /** What the key that sent it may spend. */
  budget?: KeyBudget | null | undefined;
  /** The address that sent it. */
  sender?: string | undefined;
  /** The id that was promised for it (idempotency/remember-submission.ts); a new one otherwise. */
  taskId?: number | undefined;
}

export type CreateTaskReply =
  | { ok: true; taskId: number }
  /** `ofKey`: it is the key's budget that does not cover it, not the balance. */
  | { ok: false; code: "ERROR_ZERO_BALANCE"; ofKey?: true; errorText?: string }
  | { ok: false; code: "ERROR_CAPTCHAIMAGE_BLOCKED" | "TOO_MANY_BAD_IMAGES" }
  | { ok: false; code: "ERROR_NO_SLOT_AVAILABLE"; cause: NoSlotCause; errorText?: string };

const REFUSALS: Record<Exclude<Acceptance, "accepted" | "in_package">, CreateTaskReply> = {
  zero_balance: { ok: false, code: "ERROR_ZERO_BALANCE" },
  package_full: {
    ok: false,
    code: "ERROR_NO_SLOT_AVAILABLE",
    cause: "package",
    errorText:
      "Every thread of your package is taken. Wait for a task to end, or let further ones be paid for.",
  },
  over_rate: {
    ok: false,
    code: "ERROR_NO_SLOT_AVAILABLE",
    cause: "rate",
    errorText: "The current rate is above your maximum rate. Wait until it falls, or raise your maximum.",
  },
};

/**
 * Accepts a task: stored, queued, and a thread of the customer's package taken or the price held, in one commit,
 * before the id is told to anyone. The price and
 * the worker's share are those of this moment. A full lane or a database that is away is NO_SLOT; nothing is
 * charged then: should it turn out that the database did accept the task, it is cancelled.
 */
export async function createTask(ctx: DomainContext, task: NewTask): Promise<CreateTaskReply> {
  const id = task.taskId ?? ctx.ids.tryNext();
  if (id === null) return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" };
  const { number, lifetimeMs, leaseMs } = TASK_KINDS[task.kind];
  const { priceMicros, workerShareBasisPoints, packageShareBasisPoints } = ctx.prices.of(task.kind);
  const input = toInput(task);
  let place: BudgetPlace | null = null;
  let paidMicros = 0;
  try {
    const known = ctx.terms.of(task.accountId);
    const { maximumMicros, packageUntilMs, sandbox } = known instanceof Promise ? await known : known;
    const test = task.params.test !== undefined;
    if (sandbox && !test && (await isSandboxFull(ctx, task.accountId))) return SANDBOX_FULL;
    const isFree = sandbox || test;
    const isOverRate = !isFree && priceMicros > (maximumMicros.get(task.kind) ?? Number.POSITIVE_INFINITY);
    const holdMicros = isFree ? 0 : priceMicros * (task.recognition?.answersMax ?? 1);
    place = ctx.keyBudgets.enter(task.budget, isOverRate ? 0 : holdMicros);
    const unpaid = place.refusal === null ? REFUSALS.over_rate : overBudget(place.refusal);
    const mayBePaid = !isOverRate && place.refusal === null;
    if (!mayBePaid && packageUntilMs <= ctx.clock.nowMs()) return unpaid;
    const outcome = await ctx.lanes.accept.push({
      id,
      accountId: task.accountId,
      kindNumber: number,
      ...(isFree
        ? FREE
        : {
            priceMicros,
            shareMicros: shareOf(priceMicros, workerShareBasisPoints),
            holdMicros: mayBePaid ? holdMicros : null,
          }),
      packageShareMicros: shareOf(priceMicros, packageShareBasisPoints),
      lifetimeMs,
      leaseMs,
      bytes: input.bytes,
      mediaTypeNumber: input.mediaType === null ? 0 : MEDIA_TYPE_NUMBERS[input.mediaType],
      widthPx: input.widthPx,
      heightPx: input.heightPx,
      moreFilesJson: input.moreFiles.length > 0 ? JSON.stringify(input.moreFiles) : null,
      paramsJson: Object.keys(task.params).length > 0 ? JSON.stringify(task.params) : null,
      sender: task.sender ?? null,
      callbackUrl: task.callbackUrl ?? null,
      recognition: task.recognition ?? null,
      onlyFor: test ? PLATFORM_ACCOUNTS.tests : sandbox ? task.accountId : null,
    });
    if (outcome === "accepted") paidMicros = holdMicros;
    else if (outcome === "over_rate") return unpaid;
    else if (outcome !== "in_package") return REFUSALS[outcome];
  } catch (error) {
    if (!(error instanceof LaneUnavailable)) ctx.log.error({ err: error }, "a task could not be accepted");
    else if (error.mayHaveHappened) ctx.memory.noteUnheard(id, ctx.clock.nowMs());
    return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy" };
  } finally {
    place?.close(paidMicros);
  }
  ctx.memory.noteOpen(id, task.accountId, ctx.clock.nowMs());
  ctx.inputs.put(id, input);
  ctx.floor.taskQueued(id);
  return { ok: true, taskId: id };
}

const overBudget = (errorText: string): CreateTaskReply => ({
  ok: false,
  code: "ERROR_ZERO_BALANCE",
  ofKey: true,
  errorText,
});

const FREE = { priceMicros: 0, shareMicros: 0, holdMicros: 0 };

const NO_BYTES = Buffer.alloc(0);

/** One buffer for all files. A task with one file keeps that file's own bytes: pictures are not copied. */
function toInput({ file, moreFiles = [], params }: NewTask): TaskInput {
  const stored: StoredFile[] = [];
  let offset = file?.bytes.length ?? 0;
  for (const { role, bytes, mediaType, widthPx, heightPx } of moreFiles) {
    stored.push({
      role,
      offset,
      length: bytes.length,
      mediaType: MEDIA_TYPE_NUMBERS[mediaType],
      widthPx,
      heightPx,
    });
    offset += bytes.length;
  }
  const first = file?.bytes ?? NO_BYTES;
  return {
    bytes:
      moreFiles.length === 0 ? first : Buffer.concat([first, ...moreFiles.map(({ bytes }) => bytes)], offset),
    mediaType: file?.mediaType ?? null,
    widthPx: file?.widthPx ?? 0,
    heightPx: file?.heightPx ?? 0,
    moreFiles: stored,
    params,
  };
}
