declare module "../lib/text" {
  interface AreaTexts {
    floor: typeof floorText;
  }
}

/** What the live floor says of its health and of kinds that are switched. */
export const floorText = {
  alarms: "Look at this now",
  noAlarms: "Nothing needs anybody",
  tasks_wait_long: "{{kind}}: the oldest task has waited {{age}}",
  many_unsolved: "{{kind}}: {{share}} % of the last 10 minutes ended unsolved",
  nobody_at_work_one: "{{count}} task waits and nobody is connected",
  nobody_at_work_other: "{{count}} tasks wait and nobody is connected",
  ledger_off: "The ledger is off by",
  health: "Health",
  healthFailed: "The health could not be loaded.",
  uptime: "Uptime in 30 days",
  uptimeSince: "since {{since}}",
  uptimeNone: "the first minute is being measured",
  lastHour: "Probes in the last hour",
  lastHourNote: "of {{expected}}, {{failed}} with a problem",
  database: "Database, 95 of 100 probes",
  databaseNote: "within this time",
  unsolved: "Unsolved in 10 minutes",
  unsolvedNote: "of {{ended}} that ended",
  lastProblem: "Last problem",
  noProblem: "None in 90 days",
  kinds: "Kinds",
  kindsLead:
    "Drain: no new tasks are taken, those that are here are worked off. Pause: none are handed out either. Customers get ERROR_NO_SLOT_AVAILABLE.",
  kindsFailed: "The kinds could not be loaded.",
  kind: "Kind",
  state: "State",
  reason: "Reason",
  by: "By",
  actions: "Actions",
  modes: { open: "Open", drain: "Draining", pause: "Paused" },
  drain: "Drain",
  pause: "Pause",
  open: "Open",
  act: "{{act}} {{kind}}",
  reasonHelp: "The audit log keeps it.",
  switched: "Switched",
};
