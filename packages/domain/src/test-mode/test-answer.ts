import { answerBreach } from "@sightline/contract/answer-breach";
import { storeAnswer, type TaskAnswer } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { TaskParams } from "@sightline/contract/task-params";

interface TestedTask {
  kind: TaskKind;
  params: TaskParams;
  widthPx: number;
  heightPx: number;
  pictures: number;
}

const LENGTH_MAX = 20;
const LETTERS = "testanswertestanswer";
const DIGITS = "12345678901234567890";
const BOTH = "t3sts4mplet3sts4mple";

/**
 * What a task of this sort gets in test mode, in the form in which answers are stored: `known`, what is to be seen on its
 * picture, or else always the same; and only what keeps the customer's constraints. Null where nothing does.
 */
export function testAnswer(task: TestedTask, known: TaskAnswer | null = null): string | null {
  const answer = [...(known ? [known] : []), ...candidates(task)].find(
    (each) => answerBreach(task, each) === null,
  );
  return answer === undefined ? null : storeAnswer(answer);
}

function candidates(task: TestedTask): TaskAnswer[] {
  const { params, widthPx, heightPx, pictures } = task;
  const [x, y] = [Math.floor(widthPx / 2), Math.floor(heightPx / 2)];
  const clicks = params.minClicks ?? 1;
  switch (TASK_KINDS[task.kind].answer) {
    case "text":
      return texts(params).map((text) => ({ shape: "text", text }));
    case "cells":
      return [{ shape: "cells", cells: Array.from({ length: clicks }, (_, i) => i + 1) }];
    case "points":
      return [{ shape: "points", points: Array.from({ length: clicks }, () => ({ x, y })) }];
    case "areas":
      return [
        {
          shape: "areas",
          areas: [
            [
              { x: 0, y: 0 },
              { x, y: 0 },
              { x, y },
            ],
          ],
        },
      ];
    case "boxes":
      return [{ shape: "boxes", boxes: [{ xMin: 0, xMax: Math.max(1, x), yMin: 0, yMax: Math.max(1, y) }] }];
    case "angles":
      return [{ shape: "angles", angles: Array.from({ length: pictures }, () => 40) }];
    case "token":
      return [{ shape: "token", token: "sightline-test-token", userAgent: "Sightline test mode" }];
  }
}

/** `test` where it fits; otherwise of the length and the alphabet that were asked for. */
function texts({ minLen = 1, maxLen = LENGTH_MAX, calc }: TaskParams): string[] {
  const usual = Math.min(Math.max(4, minLen), maxLen);
  const sized = [LETTERS, DIGITS, BOTH].map((letters) => letters.slice(0, usual));
  return calc ? sized.reverse() : sized;
}
