import { kindNames } from "./kinds";

declare module "../lib/text" {
  interface AreaTexts {
    score: typeof scoreText;
  }
}

/** What is known of a worker and decides what they get; staff read the same words. */
export const scoreText = {
  nav: "Score",
  title: "Your score",
  lead: "Everything that decides which tasks you get, and how it came about.",
  failed: "The score could not be loaded",
  kinds: kindNames,
  measured: "What is measured",
  measuredLead:
    "Your accuracy in each kind of task is the chance that your next answer is right. Nobody knows it exactly, so the range says where it lies with 95 %: the more of your answers could be judged, the narrower it is.",
  kind: "Kind",
  level: "Level",
  levelOf: "Level {{level}}",
  stages: { training: "Training", exam: "Exam", probation: "Probation", full: "At work" },
  suspended: "Suspended",
  accuracy: "Accuracy",
  range: "Range",
  rangeOf: "{{low}} to {{high}}",
  inBrief_one: "{{count}} answer in 30 days, half within {{time}}",
  inBrief_other: "{{count}} answers in 30 days, half within {{time}}",
  judged: "Judged",
  answered: "Answers in 30 days",
  speed: "Half within",
  act: "Change",
  none: "–",
  changes: "What changed it",
  changesLead:
    "Single tasks are not named: some of your tasks have known answers, and nobody is told which. What is older than 90 days is forgotten; the score stays.",
  noChanges: "Nothing yet",
  noChangesBody: "Your first judged answers appear here.",
  day: "Day",
  cause: "Because of",
  causes: {
    gold: "Tasks with known answers",
    agreement: "Other workers' answers to the same tasks",
    report: "Reports that a person decided",
    estimate: "A new estimate from all answers",
  },
  count: "Times",
  right: "Right",
  wrong: "Wrong",
  rules: "How tasks are given out",
  rulesLead:
    "A task goes to whom it fits best; nobody gets one twice, and nobody waits while tasks do that fit nobody else.",
  rule: {
    waiting: "Waiting time",
    waitingSays:
      "Who has been waiting longest comes first; a task that has waited longest, too. Customers take turns.",
    accuracy: "Accuracy in the kind",
    accuracySays: "Being always right counts as much as 10 seconds of waiting against being never right.",
    several: "Tasks of several answers",
    severalSays:
      "They go to whom they tell most: the better your accuracy, the more of them come to you while much is in doubt. A bit of information more counts as much as 10 seconds of waiting. Who has lately had three times as many tasks as the others on average comes after them.",
    languages: "Languages",
    languagesSays_none:
      "You have named none, so tasks that ask for a language are neither kept from you nor preferred.",
    languagesSays: "Tasks that ask for {{names}} come to you first.",
    v3: "reCAPTCHA v3 score",
    v3Says_none: "Not measured. Tasks with a least score cannot come to you.",
    v3Says: "{{score}}. Tasks that ask for more cannot come to you.",
    favoured: "Customers who chose you",
    favouredSays_one: "{{count}} customer has liked an answer of yours: their tasks come to you first.",
    favouredSays_other: "{{count}} customers have liked answers of yours: their tasks come to you first.",
    linked: "Linked accounts",
    linkedSays_one:
      "{{count}} account was seen with the same address or browser as yours: its tasks never come to you.",
    linkedSays_other:
      "{{count}} accounts were seen with the same address or browser as yours: their tasks never come to you.",
    known: "Known answers",
    knownSays:
      "Some tasks have known answers. They are paid like all others, never come twice, and come more often while little is known of you.",
    stages: "Training, exam, probation",
    stagesSays:
      "Where there is material for it, a kind begins with a training of 5 tasks and an exam of 8, of which 6 must be right. Probation is over when 12 answers could be judged and 80 % of them were right.",
    level: "Levels",
    levelSays:
      "Level 2 begins when the lower end of your range reaches 85 % after 20 judged answers, level 3 at 93 % after 100.",
  },
  appeal: {
    title: "{{kind}} is suspended for you",
    evidence: "What is known: an accuracy of {{accuracy}} from {{judged}} judged answers.",
    says: "Why should a person look at {{kind}} again?",
    missing: "Say why",
    send: "Appeal",
    sent: "Your appeal is with our staff. You will be told of the decision.",
    failed: "The appeal could not be sent",
  },
  language: {
    title: "Languages you read",
    lead: "Customers may ask for somebody who knows a language.",
    add: "Add a language",
    choose: "Choose",
    remove: "Remove {{name}}",
    none: "None named",
    saveFailed: "The languages could not be saved",
  },
};
