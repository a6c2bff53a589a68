import { kindNames } from "./kinds";

declare module "../lib/text" {
  interface AreaTexts {
    charts: typeof chartsText;
  }
}

/** The charts of the overview. */
export const chartsText = {
  kinds: kindNames,
  title: "Over time",
  span: "Time",
  spans: { day: "24 hours", week: "7 days", month: "30 days" },
  kind: "Kind",
  allKinds: "All kinds",
  otherKinds: "Other kinds",
  failed: "The charts could not be loaded",
  none: "Nothing was sent in this time.",
  noneHelp: "Charts of spend, volume, speed and success stand here once tasks have ended.",
  from: "From",
  spend: "Spend",
  volume: "Tasks that ended",
  speed: "Time to answer",
  p50: "Half within",
  p95: "95 of 100 within",
  success: "Solved",
  share: "Share of tasks that were solved",
  nothing: "Nothing to show",
};
