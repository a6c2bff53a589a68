import { z } from "zod";

/** A package: so many tasks at once for a day, a week or a month, unlimited requests, for one price. */
export const PACKAGE_SPANS = ["day", "week", "month"] as const;
export type PackageSpan = (typeof PACKAGE_SPANS)[number];
/** Counted from the purchase: 24 hours, 7 and 30 days (protocol.md, rule 24). */
export const PACKAGE_SPAN_MS: Record<PackageSpan, number> = {
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
};

/** What is on offer now. */
export interface PackageOffer {
  name: string;
  threads: number;
  micros: Record<PackageSpan, number>;
}

export type PackageState = "waiting" | "running" | "ended" | "replaced";

export interface PackagePurchase {
  purchaseId: number;
  name: string;
  threads: number;
  span: PackageSpan;
  priceMicros: number;
  /** Given back for what was left of the smaller package that it replaced. */
  creditMicros: number;
  state: PackageState;
  renew: boolean;
  boughtAtMs: number;
  /** Null while it waits for the one before it to end. */
  startsAtMs: number | null;
  endsAtMs: number | null;
}

/** `packages.mine`: newest purchases first, the running and the waiting one among them. */
export interface CustomerPackages {
  offers: PackageOffer[];
  purchases: PackagePurchase[];
  threads: { max: number; running: number };
  /** Answers paid in the running hour, and how many a thread is paid in one. */
  hour: { answers: number; perThreadMax: number };
  overflow: boolean;
  availableMicros: number;
}

/**
 * `packages.buy`. `clientId` is made by the page for this purchase: sent twice it buys once. `priceMicros` is the price
 * that the buyer saw: when it has changed meanwhile nothing is bought.
 */
export const buyPackageSchema = z.object({
  clientId: z.string().regex(/^[\w-]{16,64}$/),
  name: z.string().min(1).max(40),
  span: z.enum(PACKAGE_SPANS),
  priceMicros: z.number().int().min(1).max(100_000_000_000),
  renew: z.boolean(),
});

/** `packages.setOptions` */
export const packageOptionsSchema = z.object({
  renew: z.boolean().optional(),
  overflow: z.boolean().optional(),
});

/** `packages.plans` (staff): what is on offer or was, and what each has brought in and paid. */
export interface PackagePlanRow extends PackageOffer {
  offered: boolean;
  running: number;
  sold: number;
  /** Prices less what was given back for replaced ones. */
  incomeMicros: number;
  /** What its tasks have paid workers, as far as pay is confirmed. */
  payMicros: number;
  answers: number;
}

/** `packages.planHistory` (admin) */
export const planHistorySchema = z.object({ name: z.string().trim().min(1).max(40) });
export interface PlanHistory {
  /** The latest first. */
  versions: (Pick<PackageOffer, "threads" | "micros"> & {
    id: number;
    offered: boolean;
    effectiveFromMs: number;
    changedAtMs: number;
    /** Null for those that were there from the start. */
    changedBy: string | null;
  })[];
  running: number;
  /** How many will buy the version in force again when theirs ends, by span. */
  renewals: Record<PackageSpan, number>;
}

const priceMicros = z.number().int().min(1).max(100_000_000_000);

/** `packages.setPlan` (admin): a new version from now or a later time on; who has bought keeps what was bought. */
export const setPlanSchema = z.object({
  name: z.string().trim().min(1).max(40),
  threads: z.number().int().min(1).max(1_000),
  dayMicros: priceMicros,
  weekMicros: priceMicros,
  monthMicros: priceMicros,
  offered: z.boolean(),
  effectiveFromMs: z.number().int().min(0).max(8_000_000_000_000).optional(),
});

/** `packages.settings` and `packages.setSettings` (admin). */
export const moneySettingsSchema = z.object({
  /** How many answers a thread of a package is paid in an hour. */
  answersPerThreadHour: z.number().int().min(1).max(36_000),
  /** What a worker earns at least in an hour of active time; 0: no floor. */
  floorMicrosPerHour: z.number().int().min(0).max(1_000_000_000),
});
export type MoneySettings = z.infer<typeof moneySettingsSchema>;

/** `packages.settingsHistory` (admin) */
export interface MoneySettingsHistory {
  /** The latest first; the last is what held before the others, of which no time is known. */
  versions: (MoneySettings & { changedAtMs: number | null; changedBy: string | null })[];
  /** Of packages that run now. */
  runningThreads: number;
}
/** `packages.floorEffect` (admin): of the last seven days. */
export const floorEffectSchema = moneySettingsSchema.pick({ floorMicrosPerHour: true });
export interface FloorEffect {
  workers: number;
  toppedUpMicros: number;
  wouldTopUpMicros: number;
}
