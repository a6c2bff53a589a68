/**
 * All the ways in which money may move, and nothing else moves it. A posting takes micro-dollars from one balance
 * of the debited account and adds them to one balance of the credited account, in one row of `transfer`; so the
 * sum over all accounts is zero by construction. Undo is a new posting, never a change.
 *
 * `line` is the second half of the transfer's primary key: a cause makes each line once. Capture of the worker's
 * share and release of the hold have the same line, so that one task can never do both, and whoever comes second
 * moves nothing. A statement that pays one cause to several adds an offset to the line (ledger-sql.ts).
 *
 * An account's balances: `available` can be spent, `held` is promised to open tasks, `pending` is pay that is not
 * confirmed yet. `platform` accounts keep no running balance: the sum of their transfers is their balance, so that
 * no row exists that every task must lock.
 */
export const POSTINGS = {
  deposit: { code: 1, line: 0, from: "platform", to: "available", says: "money paid in" },
  hold: { code: 2, line: 0, from: "available", to: "held", says: "price of an accepted task, set aside" },
  capture_share: {
    code: 3,
    line: 1,
    from: "held",
    to: "pending",
    says: "the worker's part of a solved task",
  },
  capture_fee: {
    code: 4,
    line: 2,
    from: "held",
    to: "platform",
    says: "the platform's part of a solved task",
  },
  release: { code: 5, line: 1, from: "held", to: "available", says: "price of an unsolved task, given back" },
  content_pay: {
    code: 6,
    line: 3,
    from: "platform",
    to: "pending",
    says: "pay for reporting unsafe content",
  },
  refund_token: {
    code: 7,
    line: 4,
    from: "platform",
    to: "available",
    says: "price of a token that was reported bad, given back by the platform",
  },
  release_rest: {
    code: 10,
    line: 5,
    from: "held",
    to: "available",
    says: "what was set aside for a solved task and not used",
  },
  package_pay: {
    code: 11,
    line: 1,
    from: "platform",
    to: "pending",
    says: "the worker's pay for a task in a package",
  },
  package_price: {
    code: 12,
    line: 0,
    from: "available",
    to: "platform",
    says: "price of a package",
  },
  package_credit: {
    code: 13,
    line: 1,
    from: "platform",
    to: "available",
    says: "what was left of a package, given back when a larger one replaced it",
  },
  pay_confirmed: {
    code: 14,
    line: 0,
    from: "pending",
    to: "available",
    says: "pay whose report window has closed",
  },
  floor_top_up: {
    code: 15,
    line: 0,
    from: "platform",
    to: "pending",
    says: "what an hour's pay lacked to the floor for active time",
  },
  several_pay: {
    code: 40,
    line: 100,
    from: "platform",
    to: "pending",
    says: "pay for an answer to a task that took several and came to none",
  },
  chain_deposit: {
    code: 30,
    line: 0,
    from: "platform",
    to: "available",
    says: "tokens that arrived on a chain",
  },
  chain_deposit_reversal: {
    code: 31,
    line: 1,
    from: "available",
    to: "platform",
    says: "a deposit that the chain took back, taken back",
  },
  chain_deposit_loss: {
    code: 32,
    line: 2,
    from: "platform",
    to: "platform",
    says: "what the customer had spent of a deposit that the chain took back, borne by the platform",
  },
  refund_task: {
    code: 60,
    line: 10,
    from: "platform",
    to: "available",
    says: "price of a task, or a part of it, given back by a decision of staff",
  },
  take_back_pay: {
    code: 61,
    line: 11,
    from: "pending",
    to: "platform",
    says: "a worker's pay that is not confirmed yet, taken back by a decision of staff",
  },
  payout_reserve: {
    code: 33,
    line: 0,
    from: "available",
    to: "platform",
    says: "confirmed pay, set aside for a payout",
  },
  payout_paid: { code: 34, line: 1, from: "platform", to: "platform", says: "a payout that the chain shows" },
  gold_pay: {
    code: 50,
    line: 1,
    from: "platform",
    to: "pending",
    says: "pay for a task whose answer was known",
  },
  payout_return: {
    code: 35,
    line: 1,
    from: "platform",
    to: "available",
    says: "a payout that was not made, given back",
  },
  payout_undone: {
    code: 36,
    line: 2,
    from: "platform",
    to: "available",
    says: "a payout that was paid and that the chain took back, given back",
  },
  chain_deposit_recovery: {
    code: 37,
    line: 3,
    from: "available",
    to: "platform",
    says: "what the platform had borne of a deposit that came back to the chain",
  },
} as const satisfies Record<string, Posting>;

export type Balance = "available" | "held" | "pending";
interface Posting {
  code: number;
  line: number;
  from: Balance | "platform";
  to: Balance | "platform";
  says: string;
}

/**
 * The codes of postings that pay a worker. Each is made within the report window of its cause's id (the id is the time),
 * or it would never be confirmed (pay/confirm-pay.ts).
 */
export const PAY_CODES: readonly number[] = Object.values(POSTINGS)
  .filter(({ to }) => to === "pending")
  .map(({ code }) => code);

/**
 * Accounts of the platform itself: the outside world that deposits come from, its fees, what it spends, and what
 * packages bring in less what their tasks pay workers (it may fall below zero: unlimited requests for one price), and
 * whose gold tasks are, and pays for them.
 */
export const PLATFORM_ACCOUNTS = {
  world: 1,
  fees: 2,
  expenses: 3,
  packages: 4,
  gold: 5,
  tests: 6,
  payouts: 7,
} as const;
/** Ids below this are the platform's. */
export const FIRST_PERSON_ACCOUNT_ID = 1000;
