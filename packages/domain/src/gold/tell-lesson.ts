import { answerTextForm } from "@sightline/contract/answer-text-form";
import { STAGES } from "@sightline/contract/score";
import type { WorkEvent } from "@sightline/contract/work";
import type { Progress } from "../workers/advance-lessons";
import type { JudgedShowing } from "./judge-showings";

/** What a worker in training or exam is told of an answer: whether it was right, and what would have been. */
export function tellLesson(
  { kind, stage, outcome, given, accepted }: JudgedShowing,
  progress: Progress,
): Extract<WorkEvent, { type: "lesson" }> {
  return {
    type: "lesson",
    kind,
    stage: stage === STAGES.training ? "training" : "exam",
    outcome,
    given: given === null ? null : answerTextForm(kind, given),
    accepted: accepted.map((answer) => answerTextForm(kind, answer)),
    judged: progress.judged,
    right: progress.right,
    next: progress.stage,
  };
}
