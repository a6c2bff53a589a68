import type pg from "pg";

type Limit = "handBookingAloneMicros" | "payoutAloneMicros";

/**
 * What this admin may do alone: the operator's limit, but never more than what somebody else has left it at. Otherwise
 * whoever wants no second person would raise the limit first. What others than the actor saved last stands in the audit
 * log (by its index on the subject); before that it is what the installation began with.
 */
export async function aloneLimit(
  pool: Pick<pg.Pool, "query">,
  { limit, actorId }: { limit: Limit; actorId: number },
): Promise<number> {
  const column = {
    handBookingAloneMicros: "hand_booking_alone_micros",
    payoutAloneMicros: "payout_alone_micros",
  };
  const { rows } = await pool.query<{ micros: number }>(
    `select least(p.${column[limit]}, coalesce(
       (select (after ->> $1)::bigint from staff_act
        where subject = 'payments' and act = 'set_payments' and actor_id is distinct from $2 order by id desc limit 1),
       (select (before ->> $1)::bigint from staff_act
        where subject = 'payments' and act = 'set_payments' order by id limit 1),
       p.${column[limit]}))::bigint as micros
     from payment_setting p`,
    [limit, actorId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("the migration makes the one row of payment_setting");
  return row.micros;
}
