import { readStoredAnswer, type Solution } from "@sightline/contract/answers";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { lookalikesExact, lookalikesFolded } from "./glyph-confusion";
import { foldHomoglyphs } from "./homoglyphs";
import { SOLUTION_ERRORS } from "./solution-errors";
import { comparableText } from "./text-errors";

/** `near`: one glyph off that looks like the right one, which says half of what a wrong answer says. */
export type GoldVerdict = "right" | "wrong" | "near";

/**
 * How an answer stands to those that are known to be right, all in the form of `task.answer`. Text by the case hint of
 * its task, whatever keyboard it was typed on; places, cells and angles within their tolerance. Pure.
 */
export function judgeGold(
  kind: TaskKind,
  caseMatters: boolean,
  given: string,
  accepted: readonly string[],
): GoldVerdict {
  const shape = TASK_KINDS[kind].answer;
  if (shape !== "text") {
    const read = readStoredAnswer(shape, given) as Solution;
    const isRight = accepted.some((known) =>
      SOLUTION_ERRORS.same(read, readStoredAnswer(shape, known) as Solution),
    );
    return isRight ? "right" : "wrong";
  }
  const read = asSeen(given, caseMatters);
  const known = accepted.map((answer) => asSeen(answer, caseMatters));
  if (known.includes(read)) return "right";
  return known.some((answer) => isOneLookalikeOff(read, answer, caseMatters)) ? "near" : "wrong";
}

function asSeen(text: string, caseMatters: boolean): string {
  return comparableText(foldHomoglyphs(text), caseMatters);
}

function isOneLookalikeOff(read: string, known: string, caseMatters: boolean): boolean {
  const [a, b] = [[...read], [...known]];
  if (a.length !== b.length) return false;
  const differing = a.flatMap((glyph, i) => (glyph === b[i] ? [] : [i]));
  const [at, ...more] = differing;
  if (at === undefined || more.length > 0) return false;
  const lookalikes = caseMatters ? lookalikesExact : lookalikesFolded;
  return lookalikes(b[at] ?? "").includes(a[at] ?? "");
}
