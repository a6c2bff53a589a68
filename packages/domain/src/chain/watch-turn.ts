import type { DomainContext } from "../context";
import type { ChainFailure } from "./chain-failures";

/** How far a chain was read: `scannedBlock` null before the first look. */
export interface WatchTurn {
  scannedBlock: number | null;
  scannedHash: string | null;
  /** How often in a row it could not be read. */
  failures: number;
}

const TURN_MS = 30_000;
const BACKOFF_MS_MAX = 60_000;

/**
 * This process's turn to watch, or null while another has it or a failure is waited out. A process that dies loses
 * its turn by time. Everything that a turn does is right also when two processes do it: the turn only saves calls.
 */
export async function takeTurn(
  { pool, clock, ids }: Pick<DomainContext, "pool" | "clock" | "ids">,
  chainId: number,
): Promise<WatchTurn | null> {
  const nowMs = clock.nowMs();
  const { rows } = await pool.query<{
    scanned_block: number | null;
    scanned_hash: string | null;
    failures: number;
  }>({
    name: "take_watch_turn",
    text: `update chain set watched_by = $2::int, watched_until = $4::timestamptz
           where chain_id = $1::bigint
             and (watched_by = $2::int or watched_until is null or watched_until <= $3::timestamptz)
             and (next_attempt_at is null or next_attempt_at <= $3::timestamptz)
           returning scanned_block, scanned_hash, failures`,
    values: [chainId, ids.node, new Date(nowMs), new Date(nowMs + TURN_MS)],
  });
  const row = rows[0];
  return row
    ? { scannedBlock: row.scanned_block, scannedHash: row.scanned_hash, failures: row.failures }
    : null;
}

/** The chain was read up to here. */
export async function endTurn(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  turn: { chainId: number; headBlock: number; scannedBlock: number; scannedHash: string | null },
): Promise<void> {
  await pool.query({
    name: "end_watch_turn",
    text: `update chain set head_block = $2::bigint, head_at = $3::timestamptz, scanned_block = $4::bigint,
             scanned_hash = $5, failure = null, failures = 0, next_attempt_at = null
           where chain_id = $1::bigint`,
    values: [turn.chainId, turn.headBlock, new Date(clock.nowMs()), turn.scannedBlock, turn.scannedHash],
  });
}

/** The chain could not be read: named, and tried again after a pause that doubles up to a minute. */
export async function failTurn(
  { pool, clock }: Pick<DomainContext, "pool" | "clock">,
  { chainId, failure }: { chainId: number; failure: ChainFailure },
): Promise<void> {
  await pool.query({
    name: "fail_watch_turn",
    text: `update chain set failure = $2, failures = failures + 1,
             next_attempt_at = $3::timestamptz + least(1000 * 2 ^ least(failures, 10), $4) * interval '1 ms'
           where chain_id = $1::bigint`,
    values: [chainId, failure, new Date(clock.nowMs()), BACKOFF_MS_MAX],
  });
}
