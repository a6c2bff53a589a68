import type { RecognitionRule } from "@sightline/contract/recognition";
import { LOAD_MAX } from "@sightline/domain/dispatch/load-bound";
import type { Figures } from "../figures";
import { calibrationError } from "./calibration-error";
import { replayLabels } from "./replay-labels";
import { batchAccuracy, pluralityAccuracy, smallestPlurality } from "./run-baselines";
import { type EngineRun, runEngine } from "./run-engine";
import { SeededRandom } from "./seeded-random";
import { drawCrowd, drawPictures, type Picture, type SimulatedWorker } from "./world";

const TASKS = 20_000;
const WORKERS = 200;
export const RULE: RecognitionRule = {
  mode: "confidence",
  answersMin: 1,
  answersMax: 9,
  confidenceMin: 0.99,
};

export const CROWDS = {
  "Beta(8,2)": { size: WORKERS, a: 8, b: 2, spammers: 0 },
  "Beta(18,2)": { size: WORKERS, a: 18, b: 2, spammers: 0 },
  "Beta(8,2), 10 % spammers": { size: WORKERS, a: 8, b: 2, spammers: 0.1 },
} as const;
type CrowdName = keyof typeof CROWDS;

/**
 * The quality laboratory: confidence mode at 0.99 on simulated crowds (quality/world.ts says how they err), against a
 * single answer, pluralities and a batch estimate. Skills are learned on the way; a task without an answer is wrong;
 * nobody does more than three times the mean. Needs no database and no server; seeds are fixed.
 */
export async function run(): Promise<Figures> {
  const runs: CrowdTrial[] = [];
  for (const [i, name] of (Object.keys(CROWDS) as CrowdName[]).entries())
    runs.push(await tryCrowd(name, 100 * (i + 1)));
  const [a, b, spam] = runs as [CrowdTrial, CrowdTrial, CrowdTrial];
  const plurality = smallestPlurality(a.accuracy, a.pictures, a.crowd, new SeededRandom(51));
  await tellLabels();
  return {
    "quality.accuracy": a.accuracy,
    "quality.answers_per_task": a.answersPerTask,
    "quality.ece": a.ece,
    "quality.answers_vs_plurality": a.answersPerTask / plurality,
    "quality.b_accuracy": b.accuracy,
    "quality.b_answers_per_task": b.answersPerTask,
    "quality.spam_accuracy": spam.accuracy,
    "quality.decision_ms": Math.max(...runs.map(({ engine }) => engine.decisionMs)),
    "quality.load_ratio": Math.max(...runs.map(({ engine }) => engine.loadRatio)),
  };
}

interface CrowdTrial {
  pictures: Picture[];
  crowd: SimulatedWorker[];
  engine: EngineRun;
  accuracy: number;
  answersPerTask: number;
  ece: number;
}

async function tryCrowd(name: CrowdName, seed: number): Promise<CrowdTrial> {
  const pictures = drawPictures(TASKS, new SeededRandom(seed));
  const crowd = drawCrowd(CROWDS[name], new SeededRandom(seed + 1));
  const engine = runEngine(pictures, crowd, RULE, new SeededRandom(seed + 2));
  if (engine.loadRatio > LOAD_MAX)
    throw new Error(`${name}: one worker did ${engine.loadRatio} times the mean`);
  const unrouted = runEngine(pictures, crowd, RULE, new SeededRandom(seed + 3), { route: false });

  console.log(`\n${name}: ${TASKS} tasks, ${WORKERS} workers`);
  console.log("                                accuracy  answers  cost against single  calibration error");
  const plain = (label: string, votes: number, accuracy: number) => tell(label, accuracy, votes, null);
  for (const votes of [1, 3, 5, 7]) {
    const accuracy = pluralityAccuracy(pictures, crowd, votes, new SeededRandom(seed + 10 + votes));
    plain(votes === 1 ? "single answer" : `plurality of ${votes}`, votes, accuracy);
  }
  plain("Dawid-Skene batch with 5", 5, await batchAccuracy(pictures, crowd, 5, new SeededRandom(seed + 20)));
  const figures = figuresOf(engine);
  tell("confidence mode", figures.accuracy, figures.answersPerTask, figures.ece);
  const other = figuresOf(unrouted);
  tell("the same, workers at random", other.accuracy, other.answersPerTask, other.ece);
  return { pictures, crowd, engine, ...figures };
}

function figuresOf({ outcomes }: EngineRun): { accuracy: number; answersPerTask: number; ece: number } {
  return {
    accuracy: outcomes.filter(({ right }) => right).length / outcomes.length,
    answersPerTask: outcomes.reduce((sum, { answers }) => sum + answers, 0) / outcomes.length,
    ece: calibrationError(outcomes),
  };
}

function tell(label: string, accuracy: number, answers: number, ece: number | null): void {
  const columns = [
    label.padEnd(30),
    `${(accuracy * 100).toFixed(2)} %`.padStart(10),
    answers.toFixed(2).padStart(9),
    `${answers.toFixed(2)} x`.padStart(21),
    ece === null ? "" : ece.toFixed(4).padStart(19),
  ];
  console.log(columns.join("").trimEnd());
}

async function tellLabels(): Promise<void> {
  const replay = await replayLabels(process.env.QUALITY_LABELS);
  if (replay === null) {
    console.log("\nReal labels: none (name a folder with answer.csv and truth.csv in QUALITY_LABELS)");
    return;
  }
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.log(`\nReal labels: ${replay.questions} questions, ${replay.labels} labels`);
  console.log(`first answer ${percent(replay.firstAnswerAccuracy)}`);
  console.log(`plurality of all ${percent(replay.pluralityAccuracy)}`);
  console.log(`Dawid-Skene batch of all ${percent(replay.batchAccuracy)}`);
  console.log(
    `confidence mode ${percent(replay.engineAccuracy)} with ${replay.engineAnswers.toFixed(2)} answers a question`,
  );
}
