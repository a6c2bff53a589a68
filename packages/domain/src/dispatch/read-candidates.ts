import type { Pool } from "@sightline/db/database";
import type { CANDIDATES_STATEMENT, RESERVED_STATEMENT } from "../tasks/claim-statement";
import { numberArray } from "../tasks/id-range";
import type { Candidate } from "./match-tasks";

export type CandidatesStatement = typeof CANDIDATES_STATEMENT | typeof RESERVED_STATEMENT;

/** Candidates read beyond the number wanted, since some may have been tried by every idle worker. */
const CANDIDATES_SPARE = 16;

/**
 * What may be handed out next, each task once, the customers whose turn it was beyond the oldest, and whether that was
 * all there is for these workers.
 */
export async function readCandidates(
  pool: Pool,
  statement: CandidatesStatement,
  wish: {
    fromId: number;
    wanted: number;
    nowMs: number;
    kinds: readonly number[] | null;
    workerIds: readonly number[];
    turnAfterId: number;
    passGated: boolean;
  },
): Promise<{ candidates: Candidate[]; turns: ReadonlySet<number>; isAll: boolean }> {
  const { rows } = await pool.query<{
    id: number;
    account_id: number;
    kind: number;
    share_micros: number;
    only_for: number | null;
    language: string | null;
    min_score: number | null;
    answers_max: number | null;
    doubt: number[] | null;
    tried_by: number[] | null;
    turn: number | null;
    gated: boolean;
  }>({
    ...statement,
    values: [
      wish.fromId,
      wish.wanted + CANDIDATES_SPARE,
      new Date(wish.nowMs),
      wish.kinds && numberArray(wish.kinds),
      numberArray(wish.workerIds),
      wish.turnAfterId,
      wish.passGated,
    ],
  });
  const byId = new Map<number, Candidate>();
  const turns = new Set<number>();
  for (const row of rows) {
    if (row.turn !== null) turns.add(row.turn);
    if (byId.has(row.id)) continue;
    byId.set(row.id, {
      taskId: row.id,
      accountId: row.account_id,
      kindNumber: row.kind,
      shareMicros: row.share_micros,
      onlyFor: row.only_for,
      language: row.language,
      minScore: row.min_score,
      doubt: row.answers_max === null ? null : (row.doubt ?? []),
      triedBy: row.tried_by,
      gated: row.gated,
    });
  }
  return { candidates: [...byId.values()], turns, isAll: rows.length < wish.wanted + CANDIDATES_SPARE };
}
