/** What accounts may share, as stored in account_trace. */
export const TRACE_SORTS = { address: 1, browser: 2, payout: 3 } as const;
/** Two accounts that shared something are linked until this long after the one of them was last seen with it. */
export const LINK_DAYS = 30;
