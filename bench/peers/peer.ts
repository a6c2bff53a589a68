/** Jobs per second through a queue that people would otherwise use, added and worked off again. */
export interface PeerRates {
  oneByOne: number;
  inBatches: number;
}

export const ADDERS = 20;
export const BATCH = 50;
const BATCH_ADDERS = 4;

export interface PeerRun {
  oneByOneJobs: number;
  batchJobs: number;
  payload: { picture: string };
}

/** What a queue must offer to be measured. */
export interface PeerQueue {
  add(payload: object): Promise<unknown>;
  addMany(payloads: object[]): Promise<unknown>;
  /** Works off exactly so many jobs, all of which are there. */
  work(jobs: number): Promise<void>;
}

/**
 * First all are added, then all are worked off: the order in which fetching ahead and completing in batches serve a
 * queue best. A rate is jobs by the sum of both times.
 */
export async function ratePeer(queue: PeerQueue, run: PeerRun): Promise<PeerRates> {
  const { oneByOneJobs, batchJobs, payload } = run;
  const oneByOne = await rate(oneByOneJobs, async () => {
    await repeat(oneByOneJobs, ADDERS, () => queue.add(payload));
    await queue.work(oneByOneJobs);
  });
  const batches = Math.ceil(batchJobs / BATCH);
  const inBatches = await rate(batches * BATCH, async () => {
    await repeat(batches, BATCH_ADDERS, () => queue.addMany(new Array<object>(BATCH).fill(payload)));
    await queue.work(batches * BATCH);
  });
  return { oneByOne, inBatches };
}

async function rate(jobs: number, work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return (jobs / (performance.now() - startMs)) * 1_000;
}

async function repeat(times: number, atOnce: number, act: () => Promise<unknown>): Promise<void> {
  let left = times;
  const worker = async () => {
    while (left-- > 0) await act();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
