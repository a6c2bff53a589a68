import { ensurePartitions } from "@sightline/db/partitions";
import { firstIdAt } from "@sightline/db/task-id";
import pg from "pg";

const DAY_MS = 86_400_000;
const IDS_PER_DAY = firstIdAt(DAY_MS) - firstIdAt(0);
/** Days are filled by so many connections at once. */
const CONNECTIONS = 2;
const PRICE_MICROS = 200;
const SHARE_MICROS = 120;

export interface OldTasks {
  count: number;
  /** The days before yesterday that they are spread over. */
  days: number;
  customerIds: readonly number[];
  workerIds: readonly number[];
}

/**
 * Puts answered tasks of earlier days into a database as the server would have left them after their pictures'
 * retention: the final row and its three transfers. Balances stay as they are, for nothing here reads them.
 */
export async function addOldTasks(databaseUrl: string, old: OldTasks): Promise<void> {
  const yesterdayMs = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
  const daysMs = Array.from({ length: old.days }, (_, i) => yesterdayMs - (i + 1) * DAY_MS);
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect(databaseUrl)));
  try {
    await ensurePartitions(clients[0] as pg.Client, Math.min(...daysMs), Date.now());
    await Promise.all(
      clients.map(async (client) => {
        for (let dayMs = daysMs.pop(); dayMs !== undefined; dayMs = daysMs.pop())
          await fillDay(client, dayMs, old);
      }),
    );
    await clients[0]?.query("vacuum (analyze) task, transfer");
    await clients[0]?.query("checkpoint");
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function fillDay(
  client: pg.Client,
  dayMs: number,
  { count, days, ...people }: OldTasks,
): Promise<void> {
  const perDay = Math.ceil(count / days);
  const values = [firstIdAt(dayMs), Math.floor(IDS_PER_DAY / perDay), perDay];
  const { customerIds, workerIds } = people;
  await client.query(
    `insert into task (id, account_id, kind, state, price_micros, share_micros, accepted_at, finished_at, worker_id,
       lease_no, answer)
     select $1::bigint + n * $2::bigint, ${oneOf("$5", "n")}, 1, 4, ${PRICE_MICROS}, ${SHARE_MICROS},
       $4::timestamptz, $4::timestamptz + interval '4 seconds', ${oneOf("$6", "n")}, 1, 'ABCDE'
     from generate_series(0, $3::bigint - 1) n`,
    [...values, new Date(dayMs), customerIds, workerIds],
  );
  await client.query(
    `insert into transfer (cause_id, line, code, debit_id, credit_id, micros)
     select $1::bigint + n * $2::bigint, line, code, ${oneOf("$4", "n")}, coalesce(credit, ${oneOf("$5", "n")}), micros
     from generate_series(0, $3::bigint - 1) n,
       (values (0, 2, null, ${PRICE_MICROS}), (1, 3, null, ${SHARE_MICROS}), (2, 4, 2, ${PRICE_MICROS - SHARE_MICROS}))
         as moved(line, code, credit, micros)`,
    [...values, customerIds, workerIds],
  );
}

function oneOf(array: string, n: string): string {
  return `(${array}::int[])[1 + ${n} % cardinality(${array}::int[])]`;
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
