import { readStoredAnswer, type Solution } from "./answers";
import { TASK_KINDS, type TaskKind } from "./task-kinds";

/** The answer where nothing on the picture matches and the customer allowed to say so. */
export const NO_MATCHING_IMAGES = "No_matching_images";

/**
 * A stored answer in the text form of the classic protocol: what stands after `OK|`, and in the `code` of a
 * callback. Typed text is delivered as it was typed. Throws on what `storeAnswer` did not write.
 */
export function answerTextForm(kind: TaskKind, stored: string): string {
  const answer = readStoredAnswer(TASK_KINDS[kind].answer, stored);
  return answer.shape === "text" ? answer.text : solutionTextForm(answer);
}

/** Each area of a `canvas` ends with a semicolon, the last one too. */
export function solutionTextForm(solution: Solution): string {
  switch (solution.shape) {
    case "cells":
      return `click:${solution.cells.join("/")}`;
    case "points":
      return `coordinates:${solution.points.map(({ x, y }) => `x=${x},y=${y}`).join(";")}`;
    case "areas":
      return `canvas:${solution.areas.map((area) => `${area.map(({ x, y }) => `${x},${y}`).join(",")};`).join("")}`;
    case "boxes":
      return JSON.stringify(solution.boxes.map(({ xMin, xMax, yMin, yMax }) => ({ xMin, xMax, yMin, yMax })));
    case "angles":
      return solution.angles.join("|");
    case "token":
      return solution.token;
    case "none":
      return NO_MATCHING_IMAGES;
  }
}
