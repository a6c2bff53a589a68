import type { TaskAnswer } from "@sightline/contract/answers";
import { ERROR_CODES, type ErrorCode } from "@sightline/contract/error-codes";
import type { TaskParams } from "@sightline/contract/task-params";
import { captchaImageLimits } from "@sightline/domain/files/image-inspection";
import { inspectImage } from "@sightline/domain/files/inspect-image";
import { stripMetadata } from "@sightline/domain/files/strip-metadata";
import type { NewTask } from "@sightline/domain/tasks/create-task";
import { testAnswer } from "@sightline/domain/test-mode/test-answer";
import { GRID, SOUND, TURNED, WORD } from "../docs/sample-files";
import { refuse, type WireRefusal } from "../wire/wire-refusal";
import { TEST_PICTURES } from "./test-pictures";

/** The samples of the documentation and what is to be seen, or heard, on them. */
export const TEST_ANSWERS: readonly { name: string; bytes: Buffer; answer: TaskAnswer }[] = [
  { ...WORD, answer: { shape: "text", text: "W7K2P" } },
  { ...GRID, answer: { shape: "cells", cells: [3, 8] } },
  { ...TURNED, answer: { shape: "angles", angles: [40] } },
  { ...SOUND, answer: { shape: "text", text: "silence" } },
];

/** The same bytes as a submission has them once its metadata is gone. */
const KNOWN = TEST_ANSWERS.map(({ bytes, answer }) => {
  const inspection = inspectImage(bytes, captchaImageLimits);
  return { bytes: inspection.ok ? stripMetadata(bytes, inspection) : bytes, answer };
});

/**
 * What becomes of a task of a test key, by what was sent alone: a picture of the documentation's table gets its answer
 * or makes its error, a question that is a code makes that error, and everything else gets the answer of its kind.
 */
export function testOutcome(
  task: Pick<NewTask, "kind" | "file" | "moreFiles" | "params">,
): NonNullable<TaskParams["test"]> | WireRefusal {
  const { file, params } = task;
  const asked = params.question?.trim() as ErrorCode | undefined;
  const picture = TEST_PICTURES.find(
    ({ bytes, code }) => code === asked || (file !== undefined && bytes.equals(file.bytes)),
  );
  if (picture?.ends) return { ends: picture.ends };
  if (picture) return refuse(picture.code, `Test mode: ${ERROR_CODES[picture.code].text}`);
  const answer = KNOWN.find(({ bytes }) => file !== undefined && bytes.equals(file.bytes))?.answer ?? null;
  const pictures = 1 + (task.moreFiles ?? []).filter(({ role }) => role === "picture").length;
  const tested = {
    kind: task.kind,
    params,
    widthPx: file?.widthPx ?? 0,
    heightPx: file?.heightPx ?? 0,
    pictures,
  };
  const stored = testAnswer(tested, answer);
  return stored === null ? { ends: "unreadable" } : { answer: stored };
}
