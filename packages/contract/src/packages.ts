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
  clientId: z.uuid(),
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
