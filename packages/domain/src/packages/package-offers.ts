import type { PackageOffer, PackageSpan } from "@sightline/contract/packages";
import type pg from "pg";

/** What can be bought now, the smallest first. */
export async function packageOffers(
  client: Pick<pg.ClientBase, "query">,
  now: Date,
): Promise<PackageOffer[]> {
  const { rows } = await client.query<{
    name: string;
    threads: number;
    day: number;
    week: number;
    month: number;
  }>({
    name: "package_offers",
    text: `select name, threads, day_micros as day, week_micros as week, month_micros as month
           from (select distinct on (name) * from package_plan where effective_from <= $1::timestamptz
                 order by name, effective_from desc, id desc) p
           where offered order by threads, name limit 50`,
    values: [now],
  });
  return rows.map(({ name, threads, day, week, month }) => ({ name, threads, micros: { day, week, month } }));
}

/** The price of an offer, or null when there is no such package any more. */
export function offerOf(
  offers: readonly PackageOffer[],
  { name, span }: { name: string; span: PackageSpan },
): { threads: number; priceMicros: number } | null {
  const offer = offers.find((each) => each.name === name);
  return offer ? { threads: offer.threads, priceMicros: offer.micros[span] } : null;
}
