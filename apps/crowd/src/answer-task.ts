import { answerBreach } from "@sightline/contract/answer-breach";
import type { TaskAnswer } from "@sightline/contract/answers";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { Assignment } from "@sightline/contract/work";
import { answerPicture, type Reader } from "./answer-picture";
import { guessAnswer } from "./guess-answer";
import { guessSolution } from "./guess-solution";

/** Pictures that a task is about: one, or all that are to be rotated. */
export function countPictures({ files }: Pick<Assignment, "files">): number {
  return 1 + files.filter(({ role }) => role === "picture").length;
}

/**
 * What a simulated worker answers: a known picture's truth, and for everything else something that keeps what the
 * customer demands. Null when nothing can keep it; that is a task to pass on. `picture` is null for a task without
 * one.
 */
export function answerTask(reader: Reader, task: Assignment, picture: Uint8Array | null): TaskAnswer | null {
  if (TASK_KINDS[task.kind].answer === "text") {
    const text =
      picture === null ? guessAnswer(task.hints, reader.random) : answerPicture(reader, picture, task.hints);
    return text === null ? null : { shape: "text", text };
  }
  const pictures = countPictures(task);
  const { kind, hints: params, widthPx, heightPx } = task;
  const solution = guessSolution({ kind, params, widthPx, heightPx, pictures }, reader.random);
  if (solution === null) return null;
  const breach = answerBreach({ kind, params, widthPx, heightPx, pictures }, solution);
  return breach === null ? solution : null;
}
