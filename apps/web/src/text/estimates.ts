declare module "../lib/text" {
  interface AreaTexts {
    estimates: typeof estimatesText;
  }
}

/** The estimate of all skills anew, on the staff's page of workers. */
export const estimatesText = {
  label: "Estimate of all skills",
  failed: "The last estimate could not be loaded",
  none: "Skills have not been estimated anew yet. It happens each night after 03:00 UTC.",
  running: "Skills are being estimated anew from all answers.",
  last_one: "Skills were last estimated anew: {{answers}} answers, {{count}} skill moved, <when />",
  last_other: "Skills were last estimated anew: {{answers}} answers, {{count}} skills moved, <when />",
  furthest: "The furthest one moved by {{points}} points of 100.",
  ask: "Estimate skills anew",
  asked: "The estimate begins within seconds",
  askFailed: "The estimate could not be started",
};
