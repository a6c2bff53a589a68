/**
 * What a site key of the stand-ins provokes, by its last symbols: any other well-formed key works on every host.
 * `invalid_key`, `invalid_domain`: the widget says so instead of its box. `value_expired`: the one-time value is too
 * old, whatever it is. `network`: the vendor does not answer.
 */
const ENDINGS = [
  { ending: /(?:BADKEY|bad000000001)$/i, rule: "invalid_key" },
  { ending: /(?:BADHOST|bad000000002)$/i, rule: "invalid_domain" },
  { ending: /(?:OLDVAL|bad000000003)$/i, rule: "value_expired" },
  { ending: /(?:NOLOAD|bad000000004)$/i, rule: "network" },
] as const;
export type KeyRule = (typeof ENDINGS)[number]["rule"];

export function ruleOf(siteKey: string): KeyRule | null {
  return ENDINGS.find(({ ending }) => ending.test(siteKey))?.rule ?? null;
}

/** The v3 score that a key gives: `S1` to `S9` at its end stand for 0.1 to 0.9, anything else for 0.9. */
export function scoreOf(siteKey: string): number {
  return Number(/S([1-9])$/.exec(siteKey)?.[1] ?? 9) / 10;
}

/** What the vendors show in place of the widget. */
export const OWNER_WORDS: Record<KeyRule, string> = {
  invalid_key: "ERROR for site owner: Invalid site key",
  invalid_domain: "ERROR for site owner: Invalid domain for site key",
  value_expired: "The one-time value has expired",
  network: "Could not connect to the service",
};
