import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decide } from "@sightline/domain/quality/decide";
import { judgeAnswers } from "@sightline/domain/quality/judge-answers";
import { reEstimate } from "@sightline/domain/quality/re-estimate";
import { learnSkill, NO_EVIDENCE, type Skill, skillMean } from "@sightline/domain/quality/skill";
import { type Witness, weighAnswers } from "@sightline/domain/quality/weigh-answers";
import { classErrors } from "./class-errors";

/**
 * Real people's labels, in the two files of the collection of Zheng et al., "Truth Inference in Crowdsourcing: Is the
 * Problem Solved?" (VLDB 2017, github.com/zhydhkcws/crowd_truth_infer): answer.csv (question,worker,answer) and
 * truth.csv (question,truth). The collection names no licence for its data, so none of it stands here: name a folder
 * of it in QUALITY_LABELS and the laboratory prints what the engine makes of it.
 */
export interface LabelReplay {
  questions: number;
  labels: number;
  firstAnswerAccuracy: number;
  pluralityAccuracy: number;
  batchAccuracy: number;
  engineAccuracy: number;
  engineAnswers: number;
}

interface Label {
  workerId: number;
  reading: string;
}

const CONFIDENCE = 0.99;

/** Null when no folder is named or it holds no such files. */
export async function replayLabels(folder: string | undefined): Promise<LabelReplay | null> {
  if (!folder || !existsSync(join(folder, "answer.csv"))) return null;
  const truths = new Map(
    rowsOf(join(folder, "truth.csv")).map(([question = "", truth = ""]) => [question, truth]),
  );
  const byQuestion = new Map<string, Label[]>();
  const workerIds = new Map<string, number>();
  const classes = new Set<string>();
  for (const [question = "", worker = "", reading = ""] of rowsOf(join(folder, "answer.csv"))) {
    if (!truths.has(question)) continue;
    const workerId = workerIds.get(worker) ?? workerIds.size + 1;
    workerIds.set(worker, workerId);
    classes.add(reading);
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), { workerId, reading }]);
  }
  const questions = [...byQuestion].map(([question, labels]) => ({ truth: truths.get(question), labels }));
  return { ...(await compare(questions, [...classes])), questions: questions.length };
}

async function compare(
  questions: readonly { truth: string | undefined; labels: readonly Label[] }[],
  classes: readonly string[],
): Promise<Omit<LabelReplay, "questions">> {
  const model = classErrors(classes);
  const share = (count: number) => count / questions.length;
  const { posteriors } = await reEstimate(questions.map(({ labels }) => ({ model, answers: labels })));
  const skills = new Map<number, Skill>();
  let used = 0;
  let engineRight = 0;
  for (const { truth, labels } of questions) {
    const { reading, answers } = stream(labels, skills, model);
    used += answers;
    if (reading === truth) engineRight++;
  }
  return {
    labels: questions.reduce((sum, { labels }) => sum + labels.length, 0),
    firstAnswerAccuracy: share(questions.filter(({ truth, labels }) => labels[0]?.reading === truth).length),
    pluralityAccuracy: share(questions.filter(({ truth, labels }) => plurality(labels) === truth).length),
    batchAccuracy: share(
      questions.filter(({ truth }, i) => posteriors[i]?.readings[0]?.reading === truth).length,
    ),
    engineAccuracy: share(engineRight),
    engineAnswers: used / questions.length,
  };
}

/** Takes the labels in the order of the file until the engine has enough, and learns from what it decided. */
function stream(
  labels: readonly Label[],
  skills: Map<number, Skill>,
  model: ReturnType<typeof classErrors>,
): { reading: string | undefined; answers: number } {
  const witnesses: Witness<string>[] = [];
  const rule = {
    mode: "confidence",
    answersMin: 1,
    answersMax: labels.length,
    confidenceMin: CONFIDENCE,
  } as const;
  for (const { workerId, reading } of labels) {
    witnesses.push({ reading, skill: skillMean(skills.get(workerId) ?? NO_EVIDENCE) });
    const posterior = weighAnswers(model, witnesses);
    const decision = decide(rule, posterior);
    if (decision.verdict === "ask_again") continue;
    for (const [i, right] of judgeAnswers(posterior)?.entries() ?? []) {
      const id = labels[i]?.workerId ?? 0;
      skills.set(id, learnSkill(skills.get(id) ?? NO_EVIDENCE, right));
    }
    return { reading: posterior.readings[0]?.reading, answers: witnesses.length };
  }
  return { reading: undefined, answers: witnesses.length };
}

function plurality(labels: readonly Label[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { reading } of labels) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(","));
}
