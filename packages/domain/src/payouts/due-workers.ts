import type pg from "pg";

/** What a wallet signs at once: a transaction has a size. */
const ROWS_MAX = 200;

export interface DueWorker {
  accountId: number;
  micros: number;
  address: string;
}

/**
 * Workers, after this id, who have reached the threshold and have an address that holds. Who has a change of address
 * waiting, a payout under way, or is held by staff is left out. With `locks`, their accounts are locked in the order
 * of their ids, as everybody does, so that what is read is what is reserved.
 */
export async function dueWorkers(
  db: Pick<pg.ClientBase, "query"> | Pick<pg.Pool, "query">,
  wanted: { chainId: number; thresholdMicros: number; nowMs: number; afterId: number; locks: boolean },
): Promise<DueWorker[]> {
  const { chainId, thresholdMicros, nowMs, afterId, locks } = wanted;
  const { rows } = await db.query<DueWorker>(
    `select a.id as "accountId", a.available_micros as micros, p.address
     from account a join lateral (
       select address, effective_at, chain_id from payout_address
       where account_id = a.id and cancelled_at is null order by id desc limit 1
     ) p on p.effective_at <= $3::timestamptz and p.chain_id = $1
       join account_profile f on f.account_id = a.id and f.suspended_at is null
     where a.id > $4::int and a.role = 'worker' and a.available_micros > 0 and a.available_micros >= $2
       and not exists(select from payout o where o.account_id = a.id and o.state = 'reserved')
       and not exists(select from payout_check c where c.account_id = a.id and c.held)
     order by a.id limit ${ROWS_MAX} ${locks ? "for update of a" : ""}`,
    [chainId, thresholdMicros, new Date(nowMs), afterId],
  );
  return rows;
}
