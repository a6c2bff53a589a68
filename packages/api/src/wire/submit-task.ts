import { LIMITS } from "@sightline/contract/limits";
import { isChallenge } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";
import type { ApiKeyHolder, RecognitionRules } from "@sightline/domain/api-keys/api-key-cache";
import { findCallbackRefusal } from "@sightline/domain/callbacks/check-callback-url";
import type { DomainContext } from "@sightline/domain/context";
import { digestSubmission } from "@sightline/domain/idempotency/digest-submission";
import { submitOnce } from "@sightline/domain/idempotency/remember-submission";
import { tellOfRepeat } from "@sightline/domain/idempotency/tell-of-repeat";
import { countSubmission } from "@sightline/domain/limits/count-submission";
import { createSiteTask, type TaskSite } from "@sightline/domain/sites/create-site-task";
import {
  type CreateTaskReply,
  createTask,
  type NewTask,
  type NewTaskFile,
} from "@sightline/domain/tasks/create-task";
import { testOutcome } from "../test-mode/test-outcome";
import { fitGrid } from "./fit-grid";
import { readFiles, readInstructionPicture } from "./read-files";
import { readKind } from "./read-kind";
import { isRefusal } from "./read-number";
import { readParams } from "./read-params";
import { readRecognition } from "./read-recognition";
import { readTarget } from "./read-target";
import { findScopeRefusal } from "./scope-refusal";
import type { WireInput } from "./wire-input";
import { refuse, type WireRefusal } from "./wire-refusal";

export interface Submission {
  accountId: number;
  /** What its key may do. */
  scopes: ApiKeyHolder["scopes"];
  /** What its key may spend. */
  budget: ApiKeyHolder["budget"];
  input: WireInput;
  /** Where the customer wants to be called at the task's end. */
  callbackUrl?: string | undefined;
  /** The address that sends it. */
  sender: string;
  /** The header Idempotency-Key: the same one again answers with the task that it made the first time. */
  idempotencyKey?: string | undefined;
  /** The account's settings for tasks that take several answers, by the kind's number. */
  recognition?: RecognitionRules;
  /** How many of its challenges may wait, where staff have set another number. */
  queueMax?: number | undefined;
  /** Sent with a test key: it ends by itself, and nobody works on it. */
  test?: boolean;
  /** What is to be remembered of it that the classic protocol has no word for. */
  also?: Pick<TaskParams, "coordinateLists">;
}

/** `repeatOf`: the task that the same bytes became within the ten seconds before. */
export type SubmissionReply = { ok: true; taskId: number; repeatOf?: number } | WireRefusal;

/**
 * Makes a task of what was sent, by either protocol, once its sender has been admitted. The steps stand in the order
 * in which the protocol rules that errors win (protocol.md, rule 1). Rejects when the database is away.
 */
export async function submitTask(ctx: DomainContext, submission: Submission): Promise<SubmissionReply> {
  const { accountId, input, callbackUrl, sender } = submission;
  const kind = readKind(input);
  if (isRefusal(kind)) return kind;
  if (isChallenge(kind)) {
    const outOfScope = findScopeRefusal(submission, "challenges");
    if (outOfScope !== null) return refuse("ERROR_KEY_NOT_ALLOWED", outOfScope);
  }
  const said = readParams(kind, input);
  if (isRefusal(said)) return said;
  const several = readRecognition(kind, input, submission.recognition ?? {});
  if (isRefusal(several)) return several;
  // A test has one answer, and it is known.
  const recognition = submission.test ? undefined : several;
  if (recognition !== undefined && (await ctx.terms.of(accountId)).sandbox) {
    return refuse(
      "ERROR_BAD_PARAMETERS",
      "Your sandbox has one reader: it takes no 100 % recognition and no confidence.",
    );
  }
  const instructions = readInstructionPicture(kind, input);
  if (isRefusal(instructions)) return instructions;
  if (callbackUrl !== undefined) {
    const errorText = await findCallbackRefusal(ctx, accountId, callbackUrl);
    if (errorText !== null) return refuse("ERROR_BAD_PARAMETERS", errorText);
  }

  const files = readFiles(kind, input);
  if (!files.ok) return files;
  const { file, moreFiles = [] } = files;
  const fitted = kind === "grid" && file ? fitGrid(said, file) : said;
  if (isRefusal(fitted)) return fitted;
  const target = await readTarget(ctx, { accountId, kind, input, params: fitted });
  if (!target.ok) return target;

  const test = submission.test
    ? admitTest(ctx, accountId, { kind, ...(file ? { file } : {}), moreFiles, params: target.params })
    : null;
  if (test !== null && isRefusal(test)) return test;
  const params = { ...target.params, ...submission.also, ...(test && { test }) };

  const once = {
    accountId,
    key: submission.idempotencyKey,
    bodySha256: () => digestSubmission(partsOf(submission)),
  };
  const reply = await submitOnce(ctx, once, (taskId) =>
    createTargetTask(
      ctx,
      target.site,
      {
        accountId,
        kind,
        ...(file ? { file } : {}),
        moreFiles: instructions ? [...moreFiles, { role: "instructions", ...instructions }] : moreFiles,
        params,
        callbackUrl,
        recognition,
        sender,
        budget: submission.budget,
        taskId,
      },
      submission.queueMax,
    ),
  );
  if (!reply.ok && reply.code === "ERROR_BAD_PARAMETERS") return reply;
  if (reply.ok && "repeated" in reply) return { ok: true, taskId: reply.taskId };
  if (test !== null) return reply;
  countSubmission(ctx, accountId, reply);
  if (!reply.ok || submission.idempotencyKey) return reply;
  const contents = [file, ...moreFiles].flatMap((each) => each?.bytes ?? []);
  const { question } = target.params;
  if (question !== undefined) return noticeRepeat(ctx, accountId, [question], reply.taskId);
  return contents.length > 0 ? noticeRepeat(ctx, accountId, contents, reply.taskId) : reply;
}

/** How a task of a test key ends. They are free, so there are only so many in an hour. */
function admitTest(
  ctx: DomainContext,
  accountId: number,
  task: Parameters<typeof testOutcome>[0],
): ReturnType<typeof testOutcome> {
  if (ctx.limits.hit("test_submissions", accountId).allowed) return testOutcome(task);
  return refuse(
    "ERROR_NO_SLOT_AVAILABLE",
    `A test key takes ${LIMITS.test_submissions.max} tasks an hour. Try again later.`,
  );
}

/** The header by which a program's author sees that no person was asked. */
export const TEST_NOTICE = "test key: no person sees this task, and nothing is charged (/docs/test-mode)";

/** A client that has lost an answer and sends again in silence pays twice: its owner is told how not to. */
function noticeRepeat(
  ctx: DomainContext,
  accountId: number,
  contents: readonly (Buffer | string)[],
  taskId: number,
): SubmissionReply {
  const repeatOf = ctx.recent.note(accountId, contents, taskId);
  if (repeatOf === null) return { ok: true, taskId };
  tellOfRepeat(ctx, { accountId, taskId, repeatOf }).catch((error) =>
    ctx.log.warn({ err: error, taskId }, "a customer was not told of a repeated submission"),
  );
  return { ok: true, taskId, repeatOf };
}

/** The header by which a program's author, or a log, sees what is noticed about a request. */
export function repeatNotice(repeatOf: number): string {
  return `the same bytes became task ${repeatOf} within the last 10 s; send Idempotency-Key with repeats (/docs/idempotency)`;
}

/** What makes two submissions the same one; which of the account's keys sent it does not. */
function partsOf({ input, callbackUrl = "" }: Submission): [name: string, value: string | Buffer][] {
  const { key: _key, ...fields } = input.fields;
  return [...Object.entries(fields), ...Object.entries(input.files), ["callback", callbackUrl]];
}

async function createTargetTask(
  ctx: DomainContext,
  site: TaskSite | null,
  task: NewTask,
  queueMax: number | undefined,
): Promise<CreateTaskReply> {
  const { accountId, kind } = task;
  // A test asks nobody, so no kind is paused for it and no picture too often unreadable.
  if (task.params.test !== undefined) return createTask(ctx, task);
  const notTaken = ctx.kindSwitches.refusalOf(kind);
  if (notTaken !== null)
    return { ok: false, code: "ERROR_NO_SLOT_AVAILABLE", cause: "busy", errorText: notTaken };
  if (task.file !== undefined) {
    const refusal = ctx.imageBlocks.refusalOf(accountId, kind, picturesOf(task.file, task.moreFiles));
    if (refusal !== null) return { ok: false, code: refusal };
  }
  return site === null ? createTask(ctx, task) : createSiteTask(ctx, task, { ...site, queueMax });
}

/** Without the one that holds instructions. */
function picturesOf(file: NewTaskFile, moreFiles: NewTask["moreFiles"] = []): NewTaskFile[] {
  return [file, ...moreFiles.filter(({ role }) => role === "picture")];
}
