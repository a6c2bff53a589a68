declare module "../lib/text" {
  interface AreaTexts {
    refunds: typeof refundsText;
  }
}

/** Where admins give a set of tasks back, and staff see who lives on refunds. */
export const refundsText = {
  nav: "Refunds",
  title: "Refunds",
  lead: "For many tasks of one account at once. Single ones are decided in their case.",
  give: "Give a set back",
  giveLead: "First a dry run: it shows the tasks and the money, and moves nothing. Workers keep their pay.",
  account: "Account number",
  accountWrong: "Type the number of an account",
  hours: "Hours back from now",
  hoursWrong: "Type whole hours, 720 at most",
  kind: "Kind",
  allKinds: "All kinds",
  look: "Dry run",
  lookFailed: "The set could not be put together.",
  customer: "Customer",
  micros: "Would be given back",
  tasks_one: "{{count}} task",
  tasks_other: "{{count}} tasks",
  moreParts: "{{tasks}}, and there are more: they follow in further parts",
  openReports: "Left out",
  openReportsNote: "wait for a moderator",
  refunded: "Given back in 24 hours",
  left: "{{amount}} left today",
  task: "Task",
  worker: "Worker",
  charged: "Charged",
  accepted: "Accepted",
  set: "Tasks of the set",
  setEmpty: "Nothing to give back",
  send: "Give {{amount}} back for {{tasks}}",
  sendTitle: "Give {{amount}} back?",
  sendBody: "{{who}} gets it at once, for {{tasks}}. It cannot be taken back.",
  reasonHelp: "The customer reads this.",
  sent: "{{amount}} were given back",
  onlyAdmins: "Only admins give sets back.",
  pairs: "Pairs that profit",
  pairsLead:
    "In 30 days: customers who got money back at least three times for tasks of one worker, who kept the pay.",
  pairsFailed: "The pairs could not be loaded.",
  pairsEmpty: "No such pairs",
  count: "Refunds",
  share: "Of the customer's refunds",
  money: "Given back",
  linked: "Seen together",
  linkedYes: "Same browser or address",
};
