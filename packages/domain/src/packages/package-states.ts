/** The numbers of package_purchase.state. */
export const PACKAGE_STATES = { waiting: 0, running: 1, ended: 2, replaced: 3 } as const;
