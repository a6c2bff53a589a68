/**
 * What became of a report, as stored. A bad one about a picture or a sound is open until a moderator accepts it (the
 * money comes back) or refuses it (the answer was right), or finds the picture ambiguous or unsolvable (the money comes
 * back, nobody was wrong); a bad one about a token is refunded at once.
 */
export const REPORT_STATES = {
  good: 0,
  open: 1,
  accepted: 2,
  refused: 3,
  refunded: 4,
  ambiguous: 5,
  unsolvable: 6,
} as const;

/** What the customer said, as stored. */
export const VERDICTS = { good: 1, bad: 2 } as const;
