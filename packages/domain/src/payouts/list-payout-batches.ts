import {
  PAYOUT_MISSING_MS,
  type PayoutBatches,
  type PayoutBatchRow,
  type PayoutHold,
  type PayoutStray,
} from "@sightline/contract/payouts";
import type { DomainContext } from "../context";

const BATCHES_MAX = 20;
const STRAYS_MAX = 50;
const HOLDS_MAX = 100;

/** The newest batches with their rows and transactions, and the transfers that pay no payout, and whose payouts are held. */
export async function listPayoutBatches({
  pool,
  chain,
}: Pick<DomainContext, "pool" | "chain">): Promise<PayoutBatches> {
  const { rows } = await pool.query<PayoutBatchRow>({
    name: "list_payout_batches",
    text: `
      select b.id as "batchId", b.symbol, b.wallet, b.state, b.total_micros as "totalMicros",
        b.needs_second = 1 as "needsSecond", b.made_by as "madeBy",
        (extract(epoch from b.made_at) * 1000)::bigint as "madeAtMs",
        (select coalesce(json_agg(json_build_object('payoutId', p.id, 'email', coalesce(u.email, ''),
            'address', p.address, 'micros', p.micros, 'state', p.state, 'txHash', p.tx_hash, 'caseId', c.id) order by p.account_id), '[]')
          from payout p left join auth_user u on u.account_id = p.account_id
            left join moderation_case c on c.kind = 'payout_check' and c.subject = 'worker:' || p.account_id and c.state <> 2
              and p.state = 'reserved'
          where p.batch_id = b.id) as rows,
        (select coalesce(json_agg(json_build_object('txHash', t.tx_hash, 'state', t.state, 'finding', t.finding,
            'paidRows', t.paid_rows, 'strayTransfers', t.stray_transfers, 'dropReason', t.drop_reason,
            'droppableAtMs', case when t.state in ('entered', 'confirmed') then (extract(epoch from t.missing_since) * 1000)::bigint
              + case when t.finding = 'replaced' then 0 else $1::bigint end end) order by t.entered_at), '[]')
          from payout_transaction t where t.batch_id = b.id) as transactions
      from payout_batch b order by b.id desc limit ${BATCHES_MAX}`,
    values: [PAYOUT_MISSING_MS],
  });
  const strays = await pool.query<PayoutStray>({
    name: "list_payout_strays",
    text: `
      select s.id as "strayId", s.batch_id as "batchId", s.tx_hash as "txHash", s.address, s.micros,
        u.email, (extract(epoch from s.found_at) * 1000)::bigint as "foundAtMs"
      from payout_stray s left join payout p on p.id = s.payout_id left join auth_user u on u.account_id = p.account_id
      where s.settled_at is null order by s.id limit ${STRAYS_MAX}`,
  });
  const holds = await pool.query<PayoutHold>({
    name: "list_payout_holds",
    text: `
      select c.account_id as "accountId", coalesce(u.email, '') as email, a.available_micros as micros, c.reason,
        (extract(epoch from c.decided_at) * 1000)::bigint as "heldAtMs"
      from payout_check c join account a on a.id = c.account_id left join auth_user u on u.account_id = c.account_id
      where c.held order by c.decided_at limit ${HOLDS_MAX}`,
  });
  const tokens = chain?.options.tokens.filter(({ accepted }) => accepted).map(({ symbol }) => symbol) ?? [];
  return { batches: rows, strays: strays.rows, holds: holds.rows, tokens };
}
