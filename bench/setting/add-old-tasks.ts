import { PARTITIONED_TABLES, partitionName } from "@sightline/db/partitions";
import { firstIdAt, ID_EPOCH_MS } from "@sightline/db/task-id";
import pg from "pg";

const DAY_MS = 86_400_000;
const PRICE_MICROS = 200;
const SHARE_MICROS = 120;
/** Kinds of transfers that an answered task leaves: line, code, credited account (null: its worker), micro-dollars. */
const TRANSFERS = `(values (0, 2, null::int, ${PRICE_MICROS}), (1, 3, null, ${SHARE_MICROS}),
  (2, 4, 2, ${PRICE_MICROS - SHARE_MICROS})) as moved(line, code, credit, micros)`;

export interface OldTasks {
  count: number;
  /** The days they are spread over, from 1 to 30. */
  days: number;
  customerIds: readonly number[];
  workerIds: readonly number[];
}

/**
 * Puts answered tasks of an earlier month into a database as the server would have left them after their pictures'
 * retention: final rows and three transfers each. Balances stay as they are, for nothing here reads them.
 *
 * The month is one that no migration has made partitions for (it makes those of yesterday and on), so each of them is
 * filled while it stands alone and has no index, and gets its indexes at once when it becomes a partition.
 */
export async function addOldTasks(databaseUrl: string, old: OldTasks): Promise<void> {
  const spanMs = PARTITIONED_TABLES.find(({ table }) => table === "transfer")?.spanMs ?? DAY_MS;
  const startMs = ID_EPOCH_MS + (Math.floor((Date.now() - ID_EPOCH_MS) / spanMs) - 2) * spanMs;
  const perDay = Math.ceil(old.count / old.days);
  await Promise.all([
    withClient(databaseUrl, async (client) => {
      for (let day = 0; day < old.days; day++) await fillTasks(client, startMs + day * DAY_MS, perDay, old);
      await client.query("analyze task");
    }),
    withClient(databaseUrl, async (client) => {
      await fillTransfers(client, { startMs, spanMs, perDay }, old);
      await client.query("analyze transfer");
    }),
  ]);
  await withClient(databaseUrl, (client) => client.query("checkpoint"));
}

async function fillTasks(client: pg.Client, dayMs: number, perDay: number, people: OldTasks): Promise<void> {
  await asPartition(client, { table: "task", startMs: dayMs, spanMs: DAY_MS }, (name) =>
    client.query(
      `insert into ${name} (id, account_id, kind, state, price_micros, share_micros, accepted_at, finished_at,
         worker_id, lease_no, answer)
       select $1::bigint + n * $2::bigint, ${oneOf("$5", "n")}, 1, 4, ${PRICE_MICROS}, ${SHARE_MICROS},
         $4::timestamptz, $4::timestamptz + interval '4 seconds', ${oneOf("$6", "n")}, 1, 'ABCDE'
       from generate_series(0, $3::bigint - 1) n`,
      [...idsOfDay(dayMs, perDay), new Date(dayMs), people.customerIds, people.workerIds],
    ),
  );
}

async function fillTransfers(
  client: pg.Client,
  { startMs, spanMs, perDay }: { startMs: number; spanMs: number; perDay: number },
  { days, customerIds, workerIds }: OldTasks,
): Promise<void> {
  await asPartition(client, { table: "transfer", startMs, spanMs }, async (name) => {
    for (let day = 0; day < days; day++) {
      await client.query(
        `insert into ${name} (cause_id, line, code, debit_id, credit_id, micros)
         select $1::bigint + n * $2::bigint, line, code, ${oneOf("$4", "n")}, coalesce(credit, ${oneOf("$5", "n")}),
           micros
         from generate_series(0, $3::bigint - 1) n, ${TRANSFERS}`,
        [...idsOfDay(startMs + day * DAY_MS, perDay), customerIds, workerIds],
      );
    }
  });
}

/** Fills a table of its own and makes it a partition, which builds its indexes over what is there. */
async function asPartition(
  client: pg.Client,
  { table, startMs, spanMs }: { table: string; startMs: number; spanMs: number },
  fill: (name: string) => Promise<unknown>,
): Promise<void> {
  const name = partitionName(table, startMs);
  await client.query(`create table ${name} (like ${table} including defaults including constraints)`);
  await fill(name);
  const range = `from (${firstIdAt(startMs)}) to (${firstIdAt(startMs + spanMs)})`;
  await client.query(`alter table ${table} attach partition ${name} for values ${range}`);
}

/** The first id of a day, the step from one to the next, and how many. */
function idsOfDay(dayMs: number, perDay: number): number[] {
  return [firstIdAt(dayMs), Math.floor((firstIdAt(dayMs + DAY_MS) - firstIdAt(dayMs)) / perDay), perDay];
}

function oneOf(array: string, n: string): string {
  return `(${array}::int[])[1 + ${n} % cardinality(${array}::int[])]`;
}

async function withClient(
  connectionString: string,
  act: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
