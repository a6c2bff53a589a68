declare module "../lib/text" {
  interface AreaTexts {
    limits: typeof limitsText;
  }
}

/** How full an account's limits are, and the bans it had. */
export const limitsText = {
  title: "Limits",
  lead: "How full each limit of your account is now, before it strikes. Windows slide; a ban begins with the request after the one that filled it.",
  failed: "The limits could not be loaded",
  used: "{{used}} of {{max}}",
  window: "in {{window}}",
  afterwards: "Then {{code}} for {{ban}}.",
  refused: "Then refused until there is room.",
  banned: "Refused with {{code}}",
  until: "until",
  history: "Bans of the last 90 days",
  historyLabel: "Bans",
  limit: "Limit",
  code: "Code",
  from: "From",
  to: "Until",
  none: "No bans",
  noneBody: "When a limit strikes, what it was and how long it lasted stands here.",
  docs: "All limits in the reference",
};
