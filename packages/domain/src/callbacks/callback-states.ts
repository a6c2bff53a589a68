/** The life of a row in `callback`: waiting for its task, due, then delivered or given up for good. */
export const CALLBACK_STATES = { waiting: 0, due: 1, delivered: 2, given_up: 3 } as const;
