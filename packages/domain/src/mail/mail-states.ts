export const MAIL_STATES = { due: 0, sent: 1, given_up: 2, caught: 3 } as const;
