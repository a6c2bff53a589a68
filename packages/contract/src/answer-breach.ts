import type { Solution, TaskAnswer } from "./answers";
import { hintBreach } from "./image-hints";
import { type AnswerShape, TASK_KINDS, type TaskKind } from "./task-kinds";
import type { TaskParams } from "./task-params";
import type { ActOutcome } from "./work";

/**
 * Why an answer cannot be taken for this task, or null: the wrong shape for its kind, a broken hard constraint of
 * the customer, or a place outside the picture. Browser and server both ask this. `sides` are those of the main
 * picture; `pictures` counts the pictures of a rotate task.
 */
export function answerBreach(
  task: { kind: TaskKind; params: TaskParams; widthPx: number; heightPx: number; pictures: number },
  answer: TaskAnswer,
): ActOutcome | null {
  const { params } = task;
  const wanted: AnswerShape = TASK_KINDS[task.kind].answer;
  if (answer.shape === "none") return params.canNoAnswer ? null : "wrong_shape";
  if (answer.shape !== wanted) return "wrong_shape";
  switch (answer.shape) {
    case "text":
      return hintBreach(params, answer.text);
    case "cells":
      return cellsBreach(params, answer.cells);
    case "points":
      return countBreach(answer.points.length, params) ?? placeBreach(task, answer.points);
    case "areas":
      return answer.areas.map((area) => placeBreach(task, area)).find((breach) => breach !== null) ?? null;
    case "boxes":
      return answer.boxes.some(({ xMax, yMax }) => xMax > task.widthPx || yMax > task.heightPx)
        ? "outside"
        : null;
    case "angles":
      return answer.angles.length < task.pictures
        ? "too_few"
        : answer.angles.length > task.pictures
          ? "too_many"
          : null;
    case "token":
      return null;
  }
}

function cellsBreach(
  params: TaskParams,
  cells: Extract<Solution, { shape: "cells" }>["cells"],
): ActOutcome | null {
  const count = (params.rows ?? 3) * (params.cols ?? 3);
  if (new Set(cells).size !== cells.length || cells.some((cell) => cell > count)) return "outside";
  return countBreach(cells.length, params);
}

function countBreach(count: number, { minClicks = 1, maxClicks }: TaskParams): ActOutcome | null {
  if (count < minClicks) return "too_few";
  return maxClicks !== undefined && count > maxClicks ? "too_many" : null;
}

function placeBreach(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  points: readonly { x: number; y: number }[],
): ActOutcome | null {
  return points.some(({ x, y }) => x >= widthPx || y >= heightPx) ? "outside" : null;
}
