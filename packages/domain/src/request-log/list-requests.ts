import type { LoggedCall, RequestLogPage, RequestOutcome } from "@sightline/contract/request-log";
import type { DomainContext } from "../context";
import {
  addressMark,
  CALL_MARK,
  keyMark,
  type LogEntry,
  outcomeMark,
  outcomeOf,
  taskMark,
} from "./request-log";
import { firstKeptId, requestRetentionOf } from "./request-retention-of";

export interface RequestsWanted {
  accountId: number;
  outcome?: RequestOutcome | undefined;
  address?: string | undefined;
  taskId?: number | undefined;
  keyId?: number | undefined;
  before?: string | undefined;
}

const CALLS_PER_PAGE = 50;
/** Rows opened for one page: each holds up to fifty calls, and most of them what was asked for. */
const PACKS_MAX = 60;

/** One page of an account's calls, newest first. A page may hold few when much was looked through; it says where to go on. */
export async function listRequests(
  ctx: Pick<DomainContext, "pool" | "db" | "clock" | "requestLog">,
  wanted: RequestsWanted,
): Promise<RequestLogPage> {
  const [beforePack, beforePlace] = (wanted.before ?? `${Number.MAX_SAFE_INTEGER}_0`).split("_").map(Number);
  const { days: keptDays } = await requestRetentionOf(ctx, wanted.accountId);
  const { rows } = await ctx.pool.query<{ id: number; entries: Buffer }>({
    ...LIST_STATEMENT,
    values: [
      wanted.accountId,
      firstKeptId(ctx.clock.nowMs(), keptDays),
      beforePack,
      marksWanted(wanted),
      PACKS_MAX,
    ],
  });
  const calls: LoggedCall[] = [];
  for (const { id, entries } of rows) {
    const opened = openPack(id, entries).filter((call) => isWanted(call, wanted));
    const below = id === beforePack ? opened.filter((call) => placeOf(call) < (beforePlace ?? 0)) : opened;
    calls.push(...below.reverse());
    if (calls.length > CALLS_PER_PAGE) break;
  }
  const page = calls.slice(0, CALLS_PER_PAGE);
  const lastPack = rows.at(-1)?.id ?? 0;
  const looked = rows.length === PACKS_MAX ? `${lastPack}_0` : null;
  return {
    calls: page,
    nextBefore: calls.length > CALLS_PER_PAGE ? (page.at(-1)?.id ?? null) : looked,
    keptDays,
  };
}

/** The calls of one row in the order in which they came. */
export function openPack(packId: number, entries: Buffer): LoggedCall[] {
  return readEntries(entries).flatMap(([times, call], place) =>
    typeof call === "string"
      ? []
      : [{ ...call, id: `${packId}_${place}`, times, outcome: outcomeOf(call.code) }],
  );
}

export function readEntries(entries: Buffer): LogEntry[] {
  return JSON.parse(entries.toString()) as LogEntry[];
}

function marksWanted({ outcome, address, taskId, keyId }: RequestsWanted): string[] {
  return [
    CALL_MARK,
    ...(outcome === undefined ? [] : [outcomeMark(outcome)]),
    ...(address === undefined ? [] : [addressMark(address)]),
    ...(taskId === undefined ? [] : [taskMark(taskId)]),
    ...(keyId === undefined ? [] : [keyMark(keyId)]),
  ];
}

function isWanted(call: LoggedCall, { outcome, address, taskId, keyId }: RequestsWanted): boolean {
  return (
    (outcome === undefined || call.outcome === outcome) &&
    (address === undefined || call.address === address) &&
    (taskId === undefined || call.taskId === taskId) &&
    (keyId === undefined || call.keyId === keyId)
  );
}

function placeOf({ id }: LoggedCall): number {
  return Number(id.split("_")[1]);
}

/** $1 account, $2 first id of what is kept, $3 rows up to this id, $4 marks, $5 rows. Walks the primary key. */
const LIST_STATEMENT = {
  name: "list_requests",
  text: `
select id, entries from request_log
where account_id = $1::int and id >= $2::bigint and id <= $3::bigint and marks @> $4::text[]
order by id desc limit $5::int`,
} as const;
