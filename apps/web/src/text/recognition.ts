import { kindNames } from "./kinds";

/** The customer's page of 100 % recognition and confidence mode. */
export const recognitionText = {
  title: "Recognition",
  lead: "How many people answer one task of a kind, and when their answers are enough. A request may ask for its own confidence with min_confidence.",
  guide: "How it works and what it costs",
  label: "Kinds of task",
  kinds: kindNames,
  kind: "Kind",
  rule: "Answers",
  change: "Change",
  changeOf: "Change {{kind}}",
  actions: "Actions",
  failed: "The settings could not be loaded",
  none: "None",
  modes: {
    single: { title: "One answer", note: "The first answer counts." },
    matches: { title: "100 % recognition", note: "So many answers must agree, else the task is free." },
    confidence: { title: "Confidence", note: "People are asked until the answer is sure enough." },
  },
  modesLabel: "When is an answer enough?",
  singleRule: "One answer",
  matchesRule: "{{matches}} of {{min}} to {{max}} agree",
  confidenceRule: "{{confidence}} % sure, {{min}} to {{max}} answers",
  answersMin: "Fewest answers",
  answersMax: "Most answers",
  answersMaxHelp: "1 to 10. The price of the most is set aside; you pay for those that were used.",
  matchesMin: "Must agree",
  matchesMinHelp: "2, or up to as many as may be asked for.",
  confidence: "Confidence",
  confidenceHelp: "50 to 99.9. Most tasks reach 99 % with two answers.",
  whole: "Enter a whole number from {{min}} to {{max}}",
  decimal: "Enter a number from 50 to 99.9",
  fewerThanMost: "Cannot be more than the most answers",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved. New tasks follow it",
  saveFailed: "The setting was not saved",
};

declare module "../lib/text" {
  interface AreaTexts {
    recognition: typeof recognitionText;
  }
}
