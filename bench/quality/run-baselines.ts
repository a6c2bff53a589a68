import { reEstimate } from "@sightline/domain/quality/re-estimate";
import { textErrors } from "@sightline/domain/quality/text-errors";
import type { SeededRandom } from "./seeded-random";
import { answerOf, type Picture, type SimulatedWorker } from "./world";

/** The share that a plurality of `votes` workers, drawn at random, reads right; ties go to the reading given first. */
export function pluralityAccuracy(
  pictures: readonly Picture[],
  crowd: readonly SimulatedWorker[],
  votes: number,
  random: SeededRandom,
): number {
  const right = pictures.filter((picture) => {
    const readings = drawDistinct(crowd, votes, random).map((worker) => answerOf(worker, picture, random));
    return mostGiven(readings) === picture.truth;
  });
  return right.length / pictures.length;
}

/** The smallest number of votes whose plurality is at least this accurate. */
export function smallestPlurality(
  accuracy: number,
  pictures: readonly Picture[],
  crowd: readonly SimulatedWorker[],
  random: SeededRandom,
  votesMax = 15,
): number {
  for (let votes = 1; votes < votesMax; votes++) {
    if (pluralityAccuracy(pictures, crowd, votes, random) >= accuracy) return votes;
  }
  return votesMax;
}

/** Dawid and Skene's estimate over everything at once, with `votes` workers a picture drawn at random. */
export async function batchAccuracy(
  pictures: readonly Picture[],
  crowd: readonly SimulatedWorker[],
  votes: number,
  random: SeededRandom,
): Promise<number> {
  const model = textErrors(false);
  const { posteriors } = await reEstimate(
    pictures.map((picture) => ({
      model,
      answers: drawDistinct(crowd, votes, random).map((worker) => ({
        workerId: worker.id,
        reading: answerOf(worker, picture, random),
      })),
    })),
  );
  const right = pictures.filter(({ truth }, i) => posteriors[i]?.readings[0]?.reading === truth);
  return right.length / pictures.length;
}

function mostGiven(readings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reading of readings) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function drawDistinct(
  crowd: readonly SimulatedWorker[],
  count: number,
  random: SeededRandom,
): SimulatedWorker[] {
  const drawn = new Set<SimulatedWorker>();
  while (drawn.size < count) drawn.add(random.pick(crowd));
  return [...drawn];
}
