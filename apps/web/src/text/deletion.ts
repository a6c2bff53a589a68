export const deletionText = {
  title: "Delete this account",
  lead: "The account goes on as ever for 7 days, and you can keep it until then. After that there is no way back.",
  begin: "Delete my account",
  loadFailed: "It could not be loaded whether this account is to be deleted",
  waiting:
    "This account will be deleted on {{date}}. Until then everything works as ever. Money that is left can be spent or paid out until then.",
  keep: "Keep my account",
  kept: "Your account stays.",
  keepFailed: "The account could not be kept.",
  dialog: "Delete this account in 7 days?",
  goesTitle: "What goes",
  goes: {
    person: "Your name, email address, password, second factor, sessions, notices and settings",
    work: "Pictures and files, what was asked about them, typed answers, callbacks, sites and the request log",
    access: "API keys stop working, and nobody can log in any more",
  },
  staysTitle: "What stays, and why",
  stays: {
    ledger:
      "The entries of the ledger: books are kept by law. They name the account by its number, and no person.",
    invoices_zero: "Invoices, if there are any: they are kept by law with the name on them.",
    invoices_one: "{{count}} invoice: it is kept by law with the name on it.",
    invoices_other: "{{count}} invoices: they are kept by law with the name on them.",
    staff: "What staff did and decided, and how often which kind of task was solved, without the content.",
  },
  now: {
    balance:
      "are left in this account. Spend them or have them paid out before: afterwards nobody can prove to be the one they belong to.",
    tasks_one:
      "{{count}} task is open. What is still queued on that day ends unpaid, and its price comes back.",
    tasks_other:
      "{{count}} tasks are open. What is still queued on that day ends unpaid, and its price comes back.",
    package: "A package is running. It is not renewed, and what is left of it is not paid back.",
  },
  password: "Your password, again",
  wrongPassword: "This password is wrong.",
  tooMany_one: "Too many wrong passwords. Try again in {{count}} minute.",
  tooMany_other: "Too many wrong passwords. Try again in {{count}} minutes.",
  failed: "The account is not deleted.",
  back: "Back",
  send: "Delete my account in 7 days",
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    deletion: typeof deletionText;
  }
}
