/** A queue that people would otherwise use, by what is needed to measure it. */
export interface PeerQueue {
  add(payload: object): Promise<unknown>;
  addMany(payloads: object[]): Promise<unknown>;
  /** Works off exactly so many jobs, all of which are there. */
  work(jobs: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenPeer = (databaseUrl: string) => Promise<PeerQueue>;

export const ADDERS = 20;
export const BATCH = 50;
const BATCH_ADDERS = 4;

/**
 * Jobs per second by the sum of both times: first all are added one at a time, then all are worked off. In this order
 * fetching ahead and completing in batches serve a queue best.
 */
export function rateOneByOne(queue: PeerQueue, jobs: number, payload: object): Promise<number> {
  return rate(jobs, async () => {
    await repeat(jobs, ADDERS, () => queue.add(payload));
    await queue.work(jobs);
  });
}

/** The same, added fifty at a time. `jobs` is a multiple of fifty. */
export function rateInBatches(queue: PeerQueue, jobs: number, payload: object): Promise<number> {
  return rate(jobs, async () => {
    await repeat(jobs / BATCH, BATCH_ADDERS, () => queue.addMany(new Array<object>(BATCH).fill(payload)));
    await queue.work(jobs);
  });
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
