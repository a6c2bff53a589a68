export const requestRetentionText = {
  title: "How long calls are kept",
  lead: "Calls of your programs stand in the request log for so many days: what was sent, with keys and passwords masked, what was answered, and when a task was handed out and fetched. Older ones are shown to nobody from that moment on, and are deleted within about an hour. Tasks, answers and money are not touched by it.",
  off: "This installation keeps no log of calls.",
  label: "Keep calls for",
  days_one: "{{count}} day",
  days_other: "{{count}} days",
  saved_one: "Saved. Calls older than {{count}} day are deleted now.",
  saved_other: "Saved. Calls older than {{count}} days are deleted now.",
  saveFailed: "The choice could not be saved.",
  failed: "The choice could not be loaded",
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    requestRetention: typeof requestRetentionText;
  }
}
