import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { dataExport } from "@sightline/db/schema/data-export";
import { and, eq, lt } from "drizzle-orm";
import type { DomainContext } from "../context";
import { BATCH_MAX, type Service } from "../maintenance/service";
import { giveNotice } from "../notices/give-notice";
import { EXPORT_FILES } from "./export-files";

/** Steps of one look, over the files that wait; each is one read and one short transaction. */
const STEPS_MAX = 10;
/** What is longer is cut, as the README says: a million rows. */
const STEPS_OF_EXPORT_MAX = 2_000;
const ATTEMPTS_MAX = 5;
const MADE = { being: 0, ready: 1, failed: 2 } as const;

const pack = promisify(deflateRaw);
type Row = typeof dataExport.$inferSelect;

/**
 * Writes the files that people asked for, a piece at a time. A piece is written only where the export still stands as it
 * was read, so two processes write it once; one that dies in between leaves it to the other.
 */
export const makeExports: Service = {
  name: "make-exports",
  everyMs: 1_000,
  async runOnce(ctx) {
    for (let done = 0; done < STEPS_MAX; done++) {
      const [row] = await ctx.db
        .select()
        .from(dataExport)
        .where(eq(dataExport.state, MADE.being))
        .orderBy(dataExport.attempts, dataExport.step, dataExport.id)
        .limit(1);
      if (row === undefined) return done;
      await takeStep(ctx, row);
    }
    return BATCH_MAX;
  },
};

/** Files whose time is over are gone, with all their parts. */
export const sweepExports: Service = {
  name: "sweep-exports",
  everyMs: 60_000,
  async runOnce(ctx) {
    const gone = await ctx.db
      .delete(dataExport)
      .where(lt(dataExport.expiresAt, new Date(ctx.clock.nowMs())))
      .returning({ id: dataExport.id });
    return gone.length;
  },
};

async function takeStep(ctx: DomainContext, row: Row): Promise<void> {
  const file = EXPORT_FILES[row.section];
  if (file === undefined) return finish(ctx, row);
  try {
    const { text, rows, next } = await file.read(ctx, row, row.cursor);
    const raw = Buffer.from(text);
    const packed = await pack(raw, { finishFlush: constants.Z_SYNC_FLUSH });
    // Of no bytes at all zlib says 0, whatever came before.
    const crc = raw.length === 0 ? row.crc : crc32(raw, row.crc);
    const goesOn = next !== null && row.step < STEPS_OF_EXPORT_MAX;
    await ctx.pool.query({
      ...STEP_STATEMENT,
      values: [
        row.id,
        row.step,
        file.name,
        packed,
        raw.length,
        crc,
        rows,
        goesOn ? row.section : row.section + 1,
        goesOn ? next : null,
        goesOn ? crc : 0,
      ],
    });
  } catch (error) {
    const state = row.attempts + 1 < ATTEMPTS_MAX ? MADE.being : MADE.failed;
    await ctx.db
      .update(dataExport)
      .set({ attempts: row.attempts + 1, state })
      .where(and(eq(dataExport.id, row.id), eq(dataExport.step, row.step)));
    ctx.log.warn({ err: error, exportId: row.id }, "a piece of somebody's data could not be written");
  }
}

/** $1 the export, $2 its step when it was read. */
const STEP_STATEMENT = {
  name: "step_data_export",
  text: `
with moved as (
  update data_export set step = step + 1, section = $8, cursor = $9, crc = $10, rows_done = rows_done + $7, attempts = 0
  where id = $1 and step = $2 and state = 0 returning id
)
insert into data_export_part (export_id, step, file, packed, raw_bytes, crc)
select id, $2::int, $3::text, $4::bytea, $5::int, $6::bigint from moved`,
} as const;

async function finish(ctx: DomainContext, { id, accountId, expiresAt }: Row): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const made = await tx
      .update(dataExport)
      .set({ state: MADE.ready, readyAt: new Date(ctx.clock.nowMs()) })
      .where(and(eq(dataExport.id, id), eq(dataExport.state, MADE.being)))
      .returning({ id: dataExport.id });
    if (made.length === 0) return;
    const until = expiresAt.toISOString().slice(0, 10);
    await giveNotice(ctx, { accountId, notice: "data_ready", params: { until } }, tx);
  });
}
