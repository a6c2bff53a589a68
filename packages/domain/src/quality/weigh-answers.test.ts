import { expect, test } from "vitest";
import { answerValue, doubtOf } from "./answer-value";
import { decide } from "./decide";
import { judgeAnswers } from "./judge-answers";
import { comparableText, textErrors } from "./text-errors";
import { weighAnswers } from "./weigh-answers";

const model = textErrors(false);
const given = (...answers: [reading: string, skill: number][]) =>
  weighAnswers(
    model,
    answers.map(([reading, skill]) => ({ reading, skill })),
  );
const best = (...answers: [string, number][]) => given(...answers).readings[0];

test("a single answer is as probable as its worker is good", () => {
  expect(best(["kx7h2", 0.8])?.probability).toBeCloseTo(0.8, 1);
  expect(given().unseen).toBe(1);
});

test("two who agree are much surer than either, and more so the better they are", () => {
  const pair = best(["kx7h2", 0.8], ["kx7h2", 0.8])?.probability ?? 0;
  const goodPair = best(["kx7h2", 0.95], ["kx7h2", 0.95])?.probability ?? 0;
  expect(pair).toBeGreaterThan(0.97);
  expect(goodPair).toBeGreaterThan(pair);
});

test("the better worker is believed where two disagree", () => {
  const posterior = given(["kx7h2", 0.9], ["kx7n2", 0.7]);
  expect(posterior.readings[0]?.reading).toBe("kx7h2");
  expect(posterior.readings[0]?.probability).toBeLessThan(0.9);
});

test("two poor workers who agree do not beat two good ones", () => {
  expect(best(["aaaa", 0.2], ["aaaa", 0.2], ["kx7h", 0.95], ["kx7h", 0.95])?.reading).toBe("kx7h");
});

test("a reading that nobody has given stays possible when everybody disagrees", () => {
  expect(given(["0x7h", 0.5], ["ox7n", 0.5]).unseen).toBeGreaterThan(0.1);
});

test("probabilities add up to one", () => {
  const { readings, unseen } = given(["kx7h2", 0.9], ["kx7n2", 0.7], ["kx7h", 0.6], ["zzzz", 0.1]);
  expect(readings.reduce((sum, { probability }) => sum + probability, unseen)).toBeCloseTo(1, 9);
});

test("case counts only where the customer says so", () => {
  expect(comparableText("Ab  C", false)).toBe(comparableText("ab c", false));
  expect(comparableText("AbC", true)).not.toBe(comparableText("abc", true));
});

test("a confused glyph is a likelier error than a far-fetched one", () => {
  expect(model.wrongAs("0x7h", "ox7h")).toBeGreaterThan(100 * model.wrongAs("0x7h", "mx2h"));
  expect(model.wrongAs("x7h", "ox7h")).toBeGreaterThan(model.wrongAs("q", "ox7h"));
});

test("a better worker's answer tells more, and tells little once there is no doubt", () => {
  const doubt = doubtOf(given(["kx7h2", 0.8], ["kx7n2", 0.8]));
  expect(answerValue(doubt, 0.95)).toBeGreaterThan(answerValue(doubt, 0.6));
  const none = doubtOf(given(["kx7h2", 0.95], ["kx7h2", 0.95], ["kx7h2", 0.95]));
  expect(answerValue(none, 0.9)).toBeLessThan(0.1 * answerValue(doubt, 0.9));
});

const confidence = { mode: "confidence", answersMin: 1, answersMax: 4, confidenceMin: 0.99 } as const;

test("confidence mode asks again below the confidence and stops at it", () => {
  expect(decide(confidence, given(["kx7h2", 0.8])).verdict).toBe("ask_again");
  expect(decide(confidence, given(["kx7h2", 0.95], ["kx7h2", 0.9]))).toMatchObject({
    verdict: "agree",
    best: { reading: "kx7h2" },
  });
});

test("at its ceiling and at the end of life confidence mode gives its best reading, however weak", () => {
  const four = given(["a1", 0.5], ["b2", 0.5], ["c3", 0.5], ["d4", 0.6]);
  expect(decide(confidence, four)).toMatchObject({ verdict: "agree", best: { reading: "d4" } });
  const one = given(["kx7h2", 0.8]);
  expect(decide(confidence, one, { isLast: true }).verdict).toBe("agree");
});

test("nobody is asked whose answer would tell nothing", () => {
  const sureOf = (rule: typeof confidence) => ({ ...rule, confidenceMin: 0.99999 });
  expect(decide(sureOf(confidence), given(["kx7h2", 0.8], ["kx7h2", 0.6])).verdict).toBe("ask_again");
  expect(decide(sureOf(confidence), given(["kx7h2", 0.97], ["kx7h2", 0.97])).verdict).toBe("agree");
});

test("whether another answer is worth its price depends on whom it would come from", () => {
  const strict = { ...confidence, confidenceMin: 0.99999 };
  const verdictIf = (nextSkill: number) =>
    decide(strict, given(["kx7h2", 0.9], ["kx7h2", 0.85]), { nextSkill }).verdict;
  expect([verdictIf(0.95), verdictIf(0.3)]).toEqual(["ask_again", "agree"]);
});

const matches = { mode: "matches", answersMin: 2, answersMax: 4, matchesMin: 3 } as const;

test("100 % recognition wants its matches", () => {
  expect(decide(matches, given(["ab", 0.9])).verdict).toBe("ask_again");
  expect(decide(matches, given(["ab", 0.9], ["ab", 0.9])).verdict).toBe("ask_again");
  expect(decide(matches, given(["ab", 0.9], ["ab", 0.9], ["ab", 0.9])).verdict).toBe("agree");
});

test("100 % recognition ends as soon as the matches cannot be reached", () => {
  expect(decide(matches, given(["ab", 0.9], ["cd", 0.9], ["ef", 0.9])).verdict).toBe("disagree");
  expect(decide(matches, given(["ab", 0.9], ["cd", 0.9])).verdict).toBe("ask_again");
});

test("answers are judged by what their task came to, a lone one not at all", () => {
  expect(judgeAnswers(given(["kx7h2", 0.9]))).toBeNull();
  const rights = judgeAnswers(given(["kx7n2", 0.8], ["kx7h2", 0.9], ["kx7h2", 0.9])) ?? [];
  expect(rights[0]).toBeLessThan(0.05);
  expect(rights[1]).toBeGreaterThan(0.9);
  expect(rights[2]).toBe(rights[1]);
});
