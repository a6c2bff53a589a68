declare module "../lib/text" {
  interface AreaTexts {
    bans: typeof bansText;
  }
}

/** Where staff lift bans and exempt addresses. */
export const bansText = {
  nav: "Bans",
  title: "Bans",
  lead: "Bans follow from limits and end by themselves. Lift one that hit the wrong person; exempt an address whose wrong keys are nobody's attack.",
  running: "Bans",
  failed: "The bans could not be loaded.",
  empty: "Nobody is banned",
  emptyAll: "Nobody was banned in 90 days",
  show: "Show",
  onlyRunning: "Running",
  all: "Last 90 days",
  search: "Account number or address",
  who: "Who",
  limit: "Limit",
  since: "Since",
  ends: "Ends",
  liftedBy: "Lifted by {{who}}",
  actions: "Actions",
  lift: "Lift",
  liftOf: "Lift the ban of {{who}}",
  liftTitle: "Lift the ban of {{who}}?",
  liftBody: "Requests are taken again at once, and the count starts at zero.",
  lifted: "The ban is lifted",
  reasonHelp: "The audit log keeps it.",
  exempt: "Exempt addresses",
  exemptLead: "Wrong keys from these count for nothing. An IPv6 address stands for its /64.",
  exemptFailed: "The addresses could not be loaded.",
  exemptEmpty: "No address is exempt",
  address: "Address",
  why: "Why",
  by: "By",
  add: "Exempt an address",
  addSend: "Exempt it",
  reason: "Reason",
  cancel: "Cancel",
  added: "{{address}} is exempt",
  addFailed: "The address could not be exempted.",
  end: "End",
  endOf: "End the exemption of {{address}}",
  endTitle: "End the exemption of {{address}}?",
  ended: "The exemption has ended",
};
