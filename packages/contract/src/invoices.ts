import { z } from "zod";

/** `invoices.read`: a month of one's own, in UTC: `2026-11`. */
export const invoiceSchema = z.object({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) });

/**
 * `tasks`: answered, by kind, each at its own rate; `in_package`: answered in a package, for nothing more; `package`:
 * bought; `package_credit`: left of one that a larger one replaced; `token_refund`: tokens that were reported bad;
 * `refund`: given back by staff in this month, whenever the task was.
 */
export type InvoiceLineSort =
  | "tasks"
  | "in_package"
  | "package"
  | "package_credit"
  | "token_refund"
  | "refund";

export interface InvoiceLine {
  sort: InvoiceLineSort;
  /** The kind of task, or the package and its span; empty where the sort says it all. */
  name: string;
  count: number;
  /** The lowest and the highest price of one; equal where there is one. */
  leastMicros: number;
  mostMicros: number;
  /** Below zero for what was given back. */
  micros: number;
}

export interface Invoice {
  month: string;
  /** Without gaps over all customers; null while the month is not closed. */
  number: number | null;
  lines: InvoiceLine[];
  totalMicros: number;
  issuer: string;
  billedTo: string;
  email: string;
  issuedAtMs: number | null;
}

/** `invoices.list`: the newest first, the month that runs before them. */
export interface InvoiceRow {
  month: string;
  number: number | null;
  /** Null for the month that runs: it is added up when it is opened. */
  totalMicros: number | null;
}
