declare module "../lib/text" {
  interface AreaTexts {
    evidence: typeof evidenceText;
  }
}

/** What was measured and stands as evidence beside the reason of a suspension. */
export const evidenceText = {
  title: "What was measured",
  choose: "Evidence that the worker is shown beside the reason",
  says: {
    too_fast: "{{fast}} of {{answered}} answers in 7 days came within a second.",
    even_pace: "{{answered}} answers of one kind in 7 days took equally long within {{spreadPercent}} %.",
    no_rest: "Something was answered in {{hours}} of the 24 hours of one day.",
    passes: "{{passed}} tasks were passed against {{answered}} answered in 7 days.",
    unreadable: "{{unreadable}} tasks were called unreadable against {{answered}} answered in 7 days.",
    same_machine_one: "{{count}} other worker was seen with the same address, browser or payout address.",
    same_machine_other: "{{count}} other workers were seen with the same address, browser or payout address.",
    one_customer:
      "One customer gave {{good}} of {{ofGood}} good reports, and was refunded {{refunded}} answers.",
  },
};
