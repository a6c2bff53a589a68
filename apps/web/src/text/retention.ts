export const retentionText = {
  title: "How long pictures are kept",
  lead: "Files that you send are deleted for good this long after the 15 minutes in which an answer can be reported. What was asked and answered stays. A file that somebody has yet to decide about is kept until then.",
  label: "Delete files",
  hours: {
    0: "as soon as the 15 minutes are over",
    1: "an hour later",
    6: "6 hours later",
    24: "a day later",
    72: "3 days later",
    168: "a week later",
  },
  saved: "Saved. It holds for the files that are there, too.",
  saveFailed: "The choice could not be saved.",
  failed: "The choice could not be loaded",
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    retention: typeof retentionText;
  }
}
