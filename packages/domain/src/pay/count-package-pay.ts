import type pg from "pg";
import { POSTINGS } from "../ledger/postings";
import type { IdSpan } from "./confirm-pay";

/** Adds what tasks of packages have paid workers to the purchases that they ran in, for the staff's page. */
export async function countPackagePay(client: pg.ClientBase, { afterId, upToId }: IdSpan): Promise<void> {
  await client.query(
    `with paid as (
       select p.id, sum(t.micros)::bigint as micros, count(*)::int as answers
       from transfer t
         join task k on k.id = t.cause_id
         cross join lateral (
           select id from package_purchase p where p.account_id = k.account_id and p.starts_at <= k.accepted_at
           order by p.starts_at desc limit 1
         ) p
       where t.cause_id > $1 and t.cause_id <= $2 and k.id > $1 and k.id <= $2
         and t.code = ${POSTINGS.package_pay.code}
       group by p.id
     )
     update package_purchase p set pay_micros = p.pay_micros + paid.micros, answers = p.answers + paid.answers
     from paid where p.id = paid.id`,
    [afterId, upToId],
  );
}
