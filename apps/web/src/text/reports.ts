/** Reports, and the report buttons in the gallery. */
export const reportsText = {
  title: "Reports",
  lead: "What you said of answers, what was decided, and the money that came back. Tokens are decided at once.",
  label: "Reports",
  decision: "Decision",
  all: "All",
  decisions: {
    good: "Right",
    open: "Being checked",
    accepted: "Accepted",
    refused: "Refused",
    refunded: "Given back",
    ambiguous: "Ambiguous",
    unsolvable: "Unsolvable",
  },
  reasons: {
    good: "You confirmed the answer; its worker gets your tasks first.",
    open: "A moderator reads it again.",
    accepted: "The answer was wrong; the price came back.",
    refused: "The answer was right.",
    refunded: "A token cannot be read again, so the price came back at once.",
    ambiguous: "It can be read in more than one way; the price came back.",
    unsolvable: "Nobody can read it; the price came back.",
  },
  bands: {
    title: "reCAPTCHA v3 by score",
    lead: "What you reported in the last 30 days, by the score that the solver had: which min_score your site really needs.",
    score: "Score",
    good: "Right",
    bad: "Wrong",
    share: "Taken",
  },
  rule: {
    stands: "Of your last {{judged}} decided reports of wrong answers, {{wrong}} were about right ones.",
    over: "Of your last {{judged}} decided reports of wrong answers, {{wrong}} were about right ones: no more are taken until that share falls.",
    says: "A moderator decides each with the picture. From {{judgedMin}} decided ones on, no more reports of wrong answers are taken while more than {{percent}} % of the last 100 were about right answers; of tokens, while more than {{percent}} % of a day's would be reported. Reports of right answers are not affected.",
  },
  task: "Task",
  kind: "Kind",
  answer: "Answer",
  reason: "Reason",
  money: "Came back",
  reported: "Reported",
  decided: "Decided",
  empty: "No reports",
  emptyBody: "An answer can be reported within 15 minutes of its task: open the task and say what is wrong.",
  emptyAction: "Open the tasks",
  failed: "The reports could not be loaded",
  act: {
    title: "Is the answer right?",
    left: "Can be reported for {{left}} more.",
    over: "The 15 minutes for a report are over.",
    done: { good: "You reported it as right.", bad: "You reported it as wrong." },
    good: "Report as right",
    bad: "Report as wrong",
    selected: "{{count}} selected",
    clear: "Clear the selection",
    running: "Reporting {{done}} of {{total}}. You may go on to other pages.",
    finished: "{{recorded}} of {{total}} reported.",
    finishedWith: "{{recorded}} of {{total}} reported. The others: {{says}}",
    dismiss: "Dismiss",
    failed: "The report could not be sent. Try again.",
  },
};

declare module "../lib/text" {
  interface AreaTexts {
    reports: typeof reportsText;
  }
}
