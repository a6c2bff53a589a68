import { kindNames } from "./kinds";

declare module "../lib/text" {
  interface AreaTexts {
    invoices: typeof invoicesText;
  }
}

/** What was used, month by month. */
export const invoicesText = {
  title: "Invoices",
  lead: "What you used in each month. An invoice is written a day after its month.",
  failed: "The invoices could not be loaded",
  oneFailed: "The invoice could not be loaded",
  invoice: "Invoice",
  month: "Month",
  number: "Number",
  runs: "Not closed yet",
  none: "None yet",
  draft: "This month is not closed. What you see is what was used so far.",
  date: "Date",
  from: "From",
  to: "For",
  total: "Total",
  totalPaid: "Total, paid from the balance",
  lines: "What was used",
  what: "What",
  count: "Count",
  rate: "Each, USD",
  amount: "Amount",
  inPackage: "{{kind}}, in a package",
  kinds: kindNames,
  sorts: {
    package: "Package {{name}}",
    package_credit: "Left of a package that a larger one replaced",
    token_refund: "Tokens reported bad, given back",
    refund: "Given back by a decision",
  },
  note: "Tasks count in the month in which they were accepted, by UTC; only answered ones cost. What staff give back counts in the month in which they did.",
  empty: "Nothing was used in this month",
  print: "Print",
  back: "Back to billing",
};
