import { kindNames } from "./kinds";

declare module "../lib/text" {
  interface AreaTexts {
    usage: typeof usageText;
  }
}

/** What an account has sent, by day and kind, and its tasks as a file. */
export const usageText = {
  kinds: kindNames,
  title: "Usage",
  lead: "What you have sent, by day and kind. Days are those of UTC; the newest figures are a few seconds old.",
  span: "Time",
  spans: { month: "30 days", quarter: "90 days", year: "365 days" },
  label: "Usage by day and kind",
  failed: "The usage could not be loaded",
  empty: "Nothing was sent in this time",
  emptyBody: "Each day with tasks has a row for each kind.",
  day: "Day",
  kind: "Kind",
  answered: "Solved",
  unsolved: "Not solved",
  share: "Share",
  spent: "Spent",
  exportTitle: "All tasks as a file",
  exportLead:
    "Every task of this time with its answer, price and times, as CSV. It is made while you go on working: you may leave this page, but not close the tab.",
  start: "Make the file",
  running: "{{count}} tasks so far",
  runningOf: "{{count}} of about {{all}} tasks",
  progress: "Progress of the file",
  stop: "Stop",
  done: "The file with {{count}} tasks is saved.",
  stopped: "Stopped. Nothing was saved.",
  exportFailed: "The file could not be made. Check your connection, then start again.",
};
