import type { PayoutSign } from "@sightline/contract/moderation";
import type pg from "pg";

/** More than this many times what a worker is usually paid is far over it. */
const FAR_OVER = 3;
/** What was looked at is not looked at again before it has grown by as much. */
const GROWN = 2;
const USUAL_OF = 5;
const LINKS_SHOWN = 20;

/** A worker's next payout, as of now, and what tells whether a person should look at it. */
export interface PayoutFacts {
  accountId: number;
  /** What would be paid, or is reserved in a batch already. */
  micros: number;
  address: string | null;
  paidCount: number;
  /** The average of the last payouts; null when there was none. */
  usualMicros: number | null;
  lastAddress: string | null;
  linkedCustomers: string[];
  links: number;
  held: boolean;
  /** What staff last looked at; null when they never did. */
  checked: { address: string | null; micros: number; links: number } | null;
}

/** Of each of these workers, in one statement; by the indexes of payouts, addresses and links. */
export async function payoutFacts(
  db: Pick<pg.ClientBase, "query"> | Pick<pg.Pool, "query">,
  { accountIds, nowMs }: { accountIds: readonly number[]; nowMs: number },
): Promise<PayoutFacts[]> {
  const { rows } = await db.query<PayoutFacts>({
    name: "payout_facts",
    text: `
      select a.id as "accountId", coalesce(r.micros, a.available_micros) as micros, coalesce(r.address, n.address) as address,
        coalesce(l.paid, 0)::int as "paidCount", l.usual::bigint as "usualMicros", l.last_address as "lastAddress",
        coalesce(k.emails, '{}') as "linkedCustomers", coalesce(k.links, 0)::int as links, coalesce(c.held, false) as held,
        case when c.account_id is not null
          then json_build_object('address', c.address, 'micros', c.micros, 'links', c.links) end as checked
      from account a
        left join payout r on r.account_id = a.id and r.state = 'reserved'
        left join payout_check c on c.account_id = a.id
        left join lateral (
          select address from payout_address
          where account_id = a.id and cancelled_at is null and effective_at <= $2::timestamptz order by id desc limit 1
        ) n on true
        left join lateral (
          select count(*) as paid, avg(micros) filter (where place <= ${USUAL_OF}) as usual,
            max(address) filter (where place = 1) as last_address
          from (
            select micros, address, row_number() over (order by id desc) as place from payout
            where account_id = a.id and state = 'paid'
          ) p
        ) l on true
        left join lateral (
          select count(*) as links, (array_agg(email order by email))[:${LINKS_SHOWN}] as emails
          from account_link x join auth_user u on u.account_id = x.other_id
          where x.worker_id = a.id and x.until > $2::timestamptz
        ) k on true
      where a.id = any($1::int[]) order by a.id`,
    values: [accountIds, new Date(nowMs)],
  });
  return rows;
}

/** Why a person should look at a payout before it goes out; empty when nothing speaks for it. */
export function signsOf({
  micros,
  address,
  paidCount,
  usualMicros,
  lastAddress,
  links,
  checked,
}: PayoutFacts): PayoutSign[] {
  const known = checked?.address ?? lastAddress;
  const signs: [PayoutSign, boolean][] = [
    ["first_payout", paidCount === 0 && checked === null],
    ["changed_address", known !== null && address !== known],
    [
      "unusual_amount",
      usualMicros !== null && micros > FAR_OVER * usualMicros && micros > GROWN * (checked?.micros ?? 0),
    ],
    ["linked_customer", links > (checked?.links ?? 0)],
  ];
  return signs.flatMap(([sign, holds]) => (holds ? [sign] : []));
}
