import type { Clock } from "@sightline/contract/clock";
import type { Pool } from "@sightline/db/database";
import { ACCEPT_STATEMENT } from "./accept-statement";
import { idRange, numberArray } from "./id-range";

export interface AcceptItem {
  id: number;
  accountId: number;
  kindNumber: number;
  priceMicros: number;
  shareMicros: number;
  lifetimeMs: number;
  leaseMs: number;
  /** The task's files, one after the other. */
  bytes: Buffer;
  mediaTypeNumber: number;
  widthPx: number;
  heightPx: number;
  moreFilesJson: string | null;
  paramsJson: string | null;
  sender: string | null;
  callbackUrl: string | null;
}

/** Accepts what its customer can pay for; whether each was accepted, in the order asked. */
export async function acceptBatch(
  pool: Pool,
  clock: Clock,
  items: readonly AcceptItem[],
): Promise<boolean[]> {
  const accepted = await runStatement(pool, clock, items);
  return retryAfterDearer(items, accepted, (item) => runStatement(pool, clock, [item]));
}

async function runStatement(pool: Pool, clock: Clock, items: readonly AcceptItem[]): Promise<boolean[]> {
  const offsets: number[] = [];
  let offset = 1;
  for (const { bytes } of items) {
    offsets.push(offset);
    offset += bytes.length;
  }
  const files =
    items.length === 1 && items[0]
      ? items[0].bytes
      : Buffer.concat(
          items.map(({ bytes }) => bytes),
          offset - 1,
        );
  const { rows } = await pool.query<{ id: number }>({
    ...ACCEPT_STATEMENT,
    values: [
      numberArray(items.map((item) => item.id)),
      numberArray(items.map((item) => item.accountId)),
      numberArray(items.map((item) => item.kindNumber)),
      numberArray(items.map((item) => item.priceMicros)),
      numberArray(items.map((item) => item.shareMicros)),
      numberArray(items.map((item) => item.lifetimeMs)),
      numberArray(items.map((item) => item.leaseMs)),
      numberArray(offsets),
      numberArray(items.map((item) => item.bytes.length)),
      numberArray(items.map((item) => item.mediaTypeNumber)),
      numberArray(items.map((item) => item.widthPx)),
      numberArray(items.map((item) => item.heightPx)),
      items.map((item) => item.moreFilesJson),
      items.map((item) => item.paramsJson),
      items.map((item) => item.sender),
      items.map((item) => item.callbackUrl),
      files,
      new Date(clock.nowMs()),
    ],
  });
  if (rows.length === items.length) return items.map(() => true);
  const accepted = new Set(rows.map(({ id }) => id));
  return items.map(({ id }) => accepted.has(id));
}

/**
 * The running sum of a batch refuses a cheap item behind a dear one of the same customer; such an item is tried
 * once more alone. At most as many single statements as customers in the batch have mixed prices.
 */
async function retryAfterDearer(
  items: readonly AcceptItem[],
  accepted: boolean[],
  runAlone: (item: AcceptItem) => Promise<boolean[]>,
): Promise<boolean[]> {
  const dearest = new Map<number, number>();
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as AcceptItem;
    if (accepted[i]) continue;
    const refusedAt = dearest.get(item.accountId);
    if (refusedAt !== undefined && item.priceMicros < refusedAt) {
      accepted[i] = (await runAlone(item))[0] ?? false;
    }
    dearest.set(item.accountId, Math.max(refusedAt ?? 0, item.priceMicros));
  }
  return accepted;
}

/** After a lost connection: a hold in the ledger proves that the task was accepted, wherever it is by now. */
export async function whichAccepted(
  pool: Pool,
  items: readonly AcceptItem[],
): Promise<(boolean | undefined)[]> {
  const { rows } = await pool.query<{ id: number }>({
    name: "which_accepted",
    text: `select cause_id as id from transfer
           where cause_id = any($1::bigint[]) and cause_id between $2::bigint and $3::bigint and line = 0`,
    values: idRange(items.map(({ id }) => id)),
  });
  const known = new Set(rows.map(({ id }) => id));
  return items.map(({ id }) => (known.has(id) ? true : undefined));
}
