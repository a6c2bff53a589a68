import type {
  CustomerPackages,
  PackagePurchase,
  PackageSpan,
  PackageState,
} from "@sightline/contract/packages";
import type { DomainContext } from "../context";
import { packageOffers } from "./package-offers";
import { PACKAGE_STATES } from "./package-states";

const PURCHASES_SHOWN = 50;
const HOUR_MS = 3_600_000;

/** A customer's packages: what is on offer, what was bought, and how full the running one is now. */
export async function customerPackages(
  ctx: Pick<DomainContext, "pool" | "clock" | "prices">,
  accountId: number,
): Promise<CustomerPackages> {
  const nowMs = ctx.clock.nowMs();
  const [offers, purchases, { rows }] = await Promise.all([
    packageOffers(ctx.pool, new Date(nowMs)),
    listPurchases(ctx, accountId),
    ctx.pool.query<AccountRow>({
      name: "account_threads",
      text: `select threads_max, threads_running, package_overflow, package_hour, package_answers,
               available_micros from account where id = $1`,
      values: [accountId],
    }),
  ]);
  const account = rows[0];
  const thisHour = Math.floor(nowMs / HOUR_MS);
  return {
    offers,
    purchases,
    threads: { max: account?.threads_max ?? 0, running: account?.threads_running ?? 0 },
    hour: {
      answers: account?.package_hour === thisHour ? account.package_answers : 0,
      perThreadMax: ctx.prices.answersPerThreadHour,
    },
    overflow: account?.package_overflow ?? false,
    availableMicros: account?.available_micros ?? 0,
  };
}

interface AccountRow {
  threads_max: number;
  threads_running: number;
  package_overflow: boolean;
  package_hour: number;
  package_answers: number;
  available_micros: number;
}

async function listPurchases(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
): Promise<PackagePurchase[]> {
  const { rows } = await ctx.pool.query<PurchaseRow>({
    name: "package_purchases",
    text: `select id, name, threads, span, price_micros, credit_micros, state, renew, bought_at, starts_at, ends_at
           from package_purchase where account_id = $1 order by id desc limit ${PURCHASES_SHOWN}`,
    values: [accountId],
  });
  return rows.map((row) => ({
    purchaseId: row.id,
    name: row.name,
    threads: row.threads,
    span: row.span,
    priceMicros: row.price_micros,
    creditMicros: row.credit_micros,
    state: STATE_NAMES[row.state] ?? "ended",
    renew: row.renew,
    boughtAtMs: row.bought_at.getTime(),
    startsAtMs: row.starts_at?.getTime() ?? null,
    endsAtMs: row.ends_at?.getTime() ?? null,
  }));
}

const STATE_NAMES = Object.fromEntries(
  Object.entries(PACKAGE_STATES).map(([name, number]) => [number, name as PackageState]),
);

interface PurchaseRow {
  id: number;
  name: string;
  threads: number;
  span: PackageSpan;
  price_micros: number;
  credit_micros: number;
  state: number;
  renew: boolean;
  bought_at: Date;
  starts_at: Date | null;
  ends_at: Date | null;
}
