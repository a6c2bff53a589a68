import type { Clock } from "@sightline/contract/clock";
import type { RecognitionRule } from "@sightline/contract/recognition";
import type { Pool } from "@sightline/db/database";
import { ACCEPT_STATEMENT, VERDICTS } from "./accept-statement";
import { idRange, numberArray } from "./id-range";

export interface AcceptItem {
  id: number;
  accountId: number;
  kindNumber: number;
  priceMicros: number;
  shareMicros: number;
  /** Set aside: the price, or more for a task whose answers may turn out to be several; null: not to be paid for. */
  holdMicros: number | null;
  /** The worker's pay when the customer's package takes it. */
  packageShareMicros: number;
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
  /** When several answers are enough; null: one answer. */
  recognition: RecognitionRule | null;
  /** The account on whose own screen it is solved, free; null: any worker solves it. */
  onlyFor: number | null;
}

/**
 * What became of an item: `accepted` and paid for (or free), taken by the customer's package (`in_package`), or why it was
 * refused. `package_full`: no thread is free and the account does not want to pay beside its package. `over_rate`: it
 * was not to be paid for, and no package took it.
 */
export type Acceptance = "accepted" | "in_package" | "zero_balance" | "package_full" | "over_rate";

interface AcceptDeps {
  pool: Pool;
  clock: Clock;
  /** How many answers a thread of a package is paid in an hour. */
  answersPerThreadHour(): number;
}

/** Accepts what a package or the balance of its customer covers; what became of each, in the order asked. */
export async function acceptBatch(deps: AcceptDeps, items: readonly AcceptItem[]): Promise<Acceptance[]> {
  const outcomes = await runStatement(deps, items);
  return retryAfterDearer(items, outcomes, (item) => runStatement(deps, [item]));
}

async function runStatement(
  { pool, clock, answersPerThreadHour }: AcceptDeps,
  items: readonly AcceptItem[],
): Promise<Acceptance[]> {
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
  const { rows } = await pool.query<{ id: number; verdict: number }>({
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
      numberArray(items.map((item) => item.holdMicros)),
      numberArray(items.map((item) => item.packageShareMicros)),
      answersPerThreadHour(),
      numberArray(items.map((item) => item.recognition?.answersMax ?? null)),
      items.map((item) => (item.recognition ? JSON.stringify(item.recognition) : null)),
      numberArray(items.map((item) => item.onlyFor)),
    ],
  });
  const verdicts = new Map(rows.map(({ id, verdict }) => [id, verdict]));
  return items.map(({ id }) => ACCEPTANCES[verdicts.get(id) ?? -1] ?? "zero_balance");
}

const ACCEPTANCES: Record<number, Acceptance> = {
  [VERDICTS.paid]: "accepted",
  [VERDICTS.in_package]: "in_package",
  [VERDICTS.zero_balance]: "zero_balance",
  [VERDICTS.package_full]: "package_full",
  [VERDICTS.over_rate]: "over_rate",
};

/**
 * The running sum of a batch refuses a cheap item behind a dear one of the same customer; such an item is tried
 * once more alone. At most as many single statements as customers in the batch have mixed prices.
 */
async function retryAfterDearer(
  items: readonly AcceptItem[],
  outcomes: Acceptance[],
  runAlone: (item: AcceptItem) => Promise<Acceptance[]>,
): Promise<Acceptance[]> {
  const dearest = new Map<number, number>();
  for (let i = 0; i < items.length; i++) {
    const { accountId, holdMicros } = items[i] as AcceptItem;
    if (outcomes[i] !== "zero_balance" || holdMicros === null) continue;
    const refusedAt = dearest.get(accountId);
    if (refusedAt !== undefined && holdMicros < refusedAt) {
      outcomes[i] = (await runAlone(items[i] as AcceptItem))[0] ?? "zero_balance";
    }
    dearest.set(accountId, Math.max(refusedAt ?? 0, holdMicros));
  }
  return outcomes;
}

/**
 * After a lost connection: a task that was accepted is open or has ended, in one snapshot in exactly one of the two,
 * and says there whether a package pays for it.
 */
export async function whichAccepted(
  pool: Pool,
  items: readonly AcceptItem[],
): Promise<(Acceptance | undefined)[]> {
  const { rows } = await pool.query<{ id: number; in_package: boolean }>({
    name: "which_accepted",
    text: `select id, in_package from task where id = any($1::bigint[]) and id between $2::bigint and $3::bigint
           union all select id, in_package from open_task where id = any($1::bigint[])`,
    values: idRange(items.map(({ id }) => id)),
  });
  const known = new Map(rows.map((row) => [row.id, row.in_package ? "in_package" : "accepted"] as const));
  return items.map(({ id }) => known.get(id));
}
