import { answerTextForm, NO_MATCHING_IMAGES } from "@sightline/contract/answer-text-form";
import { readStoredAnswer, type TaskAnswer } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";

/**
 * An answer as res.php says it: `text` stands after `OK|` and in `ids`, `json` is the value of `request` with json=1
 * where that is not the text, `extra` are further keys beside `request`.
 */
export interface ClassicAnswer {
  text: string;
  json?: readonly { x: string; y: string }[];
  extra?: Readonly<Record<string, string>>;
}

/** A stored answer in the classic protocol's words (protocol.md, 1.4 and 1.6). Throws on what was never stored. */
export function formatClassicAnswer(kind: TaskKind, stored: string): ClassicAnswer {
  const text = answerTextForm(kind, stored);
  if (kind !== "points" && kind !== "hcaptcha") return { text };
  const answer = readAnswer(kind, stored);
  switch (answer.shape) {
    case "points":
      return { text, json: answer.points.map(({ x, y }) => ({ x: String(x), y: String(y) })) };
    case "token":
      return { text, extra: { useragent: answer.userAgent, ...respKeyOf(answer) } };
    default:
      return { text };
  }
}

/** The same as the JSON API's `solution`: numbers where the classic protocol has text. */
export function formatSolution(kind: TaskKind, stored: string): Record<string, unknown> {
  const answer = readAnswer(kind, stored);
  switch (answer.shape) {
    case "text":
      return { text: answer.text };
    case "cells":
      return { click: answer.cells };
    case "points":
      return { coordinates: answer.points };
    case "areas":
      return { canvas: answer.areas };
    case "boxes":
      return { bounding_boxes: answer.boxes };
    case "angles":
      return { rotate: answer.angles.length === 1 ? answer.angles[0] : answer.angles };
    case "none":
      return kind === "box" ? { bounding_boxes: [] } : { click: NO_MATCHING_IMAGES };
    case "token":
      return formatToken(kind, answer);
  }
}

/** How probable an answer is, with three decimals and never more than it is: `0.994`. */
export function formatConfidence(confidence: number): string {
  // The database keeps seven digits, so 0.95 may come back a hair below itself.
  return (Math.floor(confidence * 1_000 + 0.001) / 1_000).toFixed(3);
}

/** Clients look for the token under either name, whichever vendor it is for. */
function formatToken(
  kind: TaskKind,
  answer: Extract<TaskAnswer, { shape: "token" }>,
): Record<string, unknown> {
  const { token, userAgent } = answer;
  if (kind === "funcaptcha") return { token, userAgent };
  const both = { gRecaptchaResponse: token, token };
  return kind === "hcaptcha" ? { ...both, ...respKeyOf(answer), userAgent } : both;
}

function respKeyOf({ respKey }: { respKey?: string | undefined }): { respKey?: string } {
  return respKey === undefined ? {} : { respKey };
}

function readAnswer(kind: TaskKind, stored: string): TaskAnswer {
  return readStoredAnswer(TASK_KINDS[kind].answer, stored);
}
