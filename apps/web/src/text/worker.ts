/** The worker's pages beside the work screen, which keeps its own words. */
export const workerText = {
  nav: { work: "Work", settings: "Settings" },
  settings: { title: "Settings" },
  score: {
    title: "Your reCAPTCHA v3 score",
    lead: "Some customers ask for solvers above a score. With your consent this browser asks the vendor for yours once a week, with the operator's own key. It is used for nothing but choosing these tasks, and is forgotten when you take the consent back.",
    consent: "Measure my score once a week",
    score: "Score",
    none: "Not measured yet",
    measured: "Measured",
    measuring: "Measuring",
    failed: "The last measurement gave no score ({{why}}). It is tried again within an hour of working.",
    notOffered: "This server measures no scores.",
    saved: "Saved.",
    saveFailed: "That could not be saved. Try again.",
    loadFailed: "The score could not be loaded",
    frame: "Score measurement",
  },
};
