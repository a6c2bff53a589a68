import { randomBytes } from "node:crypto";
import { openPool, type Pool } from "@sightline/db/database";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { TEMPLATE_DATABASE } from "./template-database";

/** Readable from the first test on; the database goes with the last. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
}

const CONNECTIONS_MAX = 10;

/** Gives the calling test file a database of its own, a clone of the migrated template (about 40 ms). */
export function useTestDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString("hex")}`;
  let url: string | undefined;
  let pool: Pool | undefined;

  beforeAll(async () => {
    // With fsync off, copying files is the faster strategy: the default one writes every page to the log.
    await maintain(`create database ${name} template ${TEMPLATE_DATABASE} strategy file_copy`);
    url = inject("postgresUrl").replace(/\/postgres$/, `/${name}`);
    pool = openPool(url, { max: CONNECTIONS_MAX, applicationName: "sightline-test" });
  });

  afterAll(async () => {
    await pool?.end();
    await maintain(`drop database if exists ${name} with (force)`);
  });

  return {
    get url() {
      return existing(url);
    },
    get pool() {
      return existing(pool);
    },
  };
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function existing<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error("The test database exists from beforeAll on, not while tests are declared");
  return value;
}
