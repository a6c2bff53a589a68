import type { DomainContext } from "../context";
import { numberArray } from "../tasks/id-range";

const PACKS_MAX = 250;

/**
 * Writes what this process has noted: one statement of a bounded number of rows. What cannot be written is dropped
 * and counted; the log is for looking at, nothing is decided by it.
 */
export async function writeRequests(
  ctx: Pick<DomainContext, "pool" | "ids" | "requestLog">,
): Promise<{ written: number; more: boolean }> {
  const packs = ctx.requestLog.take(PACKS_MAX);
  if (packs.length === 0) return { written: 0, more: false };
  try {
    const entries = packs.map((pack) => pack.toJson());
    const lengths = entries.map(({ length }) => length);
    const bytes = Buffer.concat(entries);
    for (const pack of packs) pack.release();
    await ctx.pool.query({
      ...WRITE_STATEMENT,
      values: [
        numberArray(packs.map(({ accountId }) => accountId)),
        numberArray(packs.map(() => ctx.ids.next())),
        packs.map(({ marks }) => [...marks].join(" ")),
        numberArray(offsetsOf(lengths)),
        numberArray(lengths),
        bytes,
      ],
    });
  } catch (error) {
    ctx.requestLog.drop(packs);
    throw error;
  }
  return { written: packs.length, more: packs.length === PACKS_MAX };
}

/** Where each lies in the one buffer, from 1. */
function offsetsOf(lengths: readonly number[]): number[] {
  let offset = 1;
  return lengths.map((length) => {
    const at = offset;
    offset += length;
    return at;
  });
}

/**
 * Parameters: accounts, ids, marks, and where the entries of each lie in the one buffer, which needs no escaping. Nobody
 * waits for it, and what a power cut takes of the last moment is only looked at: no waiting for the disk.
 */
const WRITE_STATEMENT = {
  name: "write_requests",
  text: `
with quick as materialized (select set_config('synchronous_commit', 'off', true))
insert into request_log (account_id, id, marks, entries)
select account_id, id, string_to_array(marks, ' '), substring($6::bytea from file_offset for file_length)
from unnest($1::int[], $2::bigint[], $3::text[], $4::int[], $5::int[])
  as i(account_id, id, marks, file_offset, file_length), quick`,
} as const;
