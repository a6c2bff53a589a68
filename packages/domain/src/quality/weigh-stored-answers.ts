import { readStoredAnswer, type Solution } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import type { ErrorModel } from "./error-model";
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
  const { model, read } = storedReadings(kind, caseMatters);
  return weighAnswers(
    model,
    witnesses.map(({ answer, skill }) => ({ reading: read(answer), skill })),
  );
}

/** How stored answers of a kind are read and compared. */
export function storedReadings(
  kind: TaskKind,
  caseMatters: boolean,
): { model: ErrorModel<string | Solution>; read(answer: string): string | Solution } {
  const shape = TASK_KINDS[kind].answer;
  if (shape === "text") {
    return {
      model: textErrors(caseMatters) as ErrorModel<string | Solution>,
      read: (answer) => comparableText(answer, caseMatters),
    };
  }
  return {
    model: SOLUTION_ERRORS as ErrorModel<string | Solution>,
    read: (answer) => readStoredAnswer(shape, answer) as Solution,
  };
}
