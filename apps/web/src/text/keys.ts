export const keysText = {
  mayDo: "May do",
  everything: "Everything",
  scopes: {
    send: "Send tasks, and cancel them",
    challenges: "Send live challenges of your sites",
    read: "Read answers and receipts",
    report: "Report answers",
    balance: "Read the balance and what was spent",
    callbacks: "Change callback hosts",
  },
  from: "From",
  anywhere: "Every address that the account allows",
  ends: "Ends",
  budgetDay: "Today (UTC): {{spent}} of {{budget}}",
  budgetMonth: "This month (UTC): {{spent}} of {{budget}}",
  budgetFailed: "What this key has spent could not be loaded.",
  never: "Never",
  created: "Created",
  lastUsed: "Last used",
  notUsed: "Never",
  key: "Key",
  previous: "The old secret {{prefix}}… still works for {{left}}.",
  endPrevious: "End the old secret now",
  endedPrevious: "The old secret no longer works.",
  endFailed: "The old secret could not be ended.",
  change: "Change",
  rotate: "Make a new secret",
  testNote: "A test key may be shown and shared: it can spend nothing. Revoke it to get another one.",
  revokedNote: "This key is revoked: nothing about it can be changed any more.",
  expiredNote: "This key has expired: programs that use it are refused. Give it a later end to use it again.",

  options: "What it may do, from where, how much and how long",
  scopesLabel: "What it may do",
  scopesNone: "Choose at least one thing that the key may do.",
  scopesChallenges: "Live challenges are sent, too: choose sending tasks as well.",
  addresses: "Addresses of this key",
  addressesHelp:
    "One a line, such as 203.0.113.7 or 203.0.113.0/24. The account's own list counts beside it. Empty: as that says.",
  addressWrong:
    "Line {{line}} is neither an address nor a range. Write it like 203.0.113.7 or 203.0.113.0/24.",
  addressesTooMany: "At most {{max}} addresses for a key. Use a range for neighbours.",
  dayBudget: "Budget a day",
  monthBudget: "Budget a month",
  budgetHelp:
    "The most that its tasks may cost, counted in UTC from the moment they are accepted, also those that nobody solves. Empty: no limit.",
  budgetWrong: "Write an amount such as 2.50, or leave it empty.",
  expires: "Ends by itself",
  expiries: {
    never: "Never",
    7: "In 7 days",
    30: "In 30 days",
    90: "In 90 days",
    365: "In a year",
    keep: "As it is: {{at}}",
  },
  changeTitle: "Change “{{name}}”",
  save: "Save",
  cancel: "Cancel",
  saved: "The key is changed.",
  saveFailed: "The key could not be changed.",

  rotateTitle: "A new secret for “{{name}}”",
  rotateBody:
    "Name, settings and history stay. Programs with the old secret go on working for the time you choose.",
  rotateAgain: "A secret that is older still ends at once.",
  overlap: "The old secret works for",
  overlaps: {
    0: "no longer",
    1: "another hour",
    24: "another day",
    72: "another 3 days",
    168: "another week",
  },
  rotateFailed: "No new secret was made.",
  rotated: "Your new secret",
  stored: "I have stored it",
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    keys: typeof keysText;
  }
}
