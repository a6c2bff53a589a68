/** Where people meet the crowd: a customer's sandbox. */
export const crowdText = {
  settings: {
    title: "Who solves your tasks",
    lead: "Tasks that are accepted from now on.",
    sandbox: "Sandbox: send my tasks to my own screen, free, and never to workers",
    sharesGold:
      "Measure workers by my tasks: staff may keep a task, with its picture, of whose answer several workers were sure",
    open: "Open your screen",
    save: "Save",
    saved: "Saved. It holds for tasks from now on.",
    saveFailed: "The choice could not be saved.",
    failed: "The choice could not be loaded",
  },
  sandbox: { back: "Back to the overview" },
};

declare module "../lib/text" {
  interface AreaTexts {
    crowd: typeof crowdText;
  }
}
