import { readStoredAnswer, type Solution } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { SOLUTION_ERRORS } from "./solution-errors";
import { comparableText, textErrors } from "./text-errors";
import { type Posterior, weighAnswers } from "./weigh-answers";

/** A stored answer and how likely its worker is right. */
export interface StoredWitness {
  answer: string;
  skill: number;
}

/** Weighs answers as they are stored, by the rules of their kind: text by its glyphs, all else by its places. */
export function weighStoredAnswers(
  kind: TaskKind,
  caseMatters: boolean,
  witnesses: readonly StoredWitness[],
): Posterior<string | Solution> {
  const shape = TASK_KINDS[kind].answer;
  if (shape === "text") {
    return weighAnswers(
      textErrors(caseMatters),
      witnesses.map(({ answer, skill }) => ({ reading: comparableText(answer, caseMatters), skill })),
    );
  }
  return weighAnswers(
    SOLUTION_ERRORS,
    witnesses.map(({ answer, skill }) => ({ reading: readStoredAnswer(shape, answer) as Solution, skill })),
  );
}
