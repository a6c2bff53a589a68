import { PgBoss } from "pg-boss";
import { ADDERS, BATCH, type PeerQueue } from "./peer";

const QUEUE = "recognise";
const FETCHERS = 10;

export async function openPgBoss(databaseUrl: string): Promise<PeerQueue> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: ADDERS });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(QUEUE);
  return {
    add: (payload) => boss.send(QUEUE, payload),
    addMany: (payloads) =>
      boss.insert(
        QUEUE,
        payloads.map((data) => ({ data })),
      ),
    work: () => work(boss),
    close: () => boss.stop({ graceful: false }),
  };
}

/** Fetches fifty at a time and completes them together until nothing is left. */
async function work(boss: PgBoss): Promise<void> {
  const fetcher = async () => {
    for (;;) {
      const jobs = await boss.fetch(QUEUE, { batchSize: BATCH });
      if (jobs.length === 0) return;
      await boss.complete(
        QUEUE,
        jobs.map(({ id }) => id),
      );
    }
  };
  await Promise.all(Array.from({ length: FETCHERS }, fetcher));
}
