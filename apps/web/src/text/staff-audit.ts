declare module "../lib/text" {
  interface AreaTexts {
    staffAudit: typeof staffAuditText;
  }
}

/** The page of what staff have done. */
export const staffAuditText = {
  nav: "Audit log",
  title: "Audit log",
  lead: "Everything staff have done. Acts are only ever added; each is chained to the one before it.",
  label: "Acts of staff",
  actor: "Who, by email or account number",
  act: "Act",
  subject: "Done to",
  operator: "Operator",
  number: "No.",
  who: "Who",
  at: "When",
  reason: "Reason",
  before: "Before",
  after: "After",
  hash: "Hash",
  nothing: "–",
  failed: "The acts could not be loaded",
  empty: "No act fits",
  emptyBody: "What staff change appears here with before and after.",
  showAll: "Show all acts",
  panelTitle: "Act {{id}}",
  panelGone: "This act is not on the page that is loaded.",
  verify: "Verify the chain",
  verifyFailed: "The chain could not be verified.",
  verified: "All {{count}} acts are as they were written.",
  verifiedHead: "Last act {{id}}, hash",
  faults: "The log has been tampered with:",
  faultOf: { changed: "act {{id}} was changed", removed: "act {{id}} was removed" },
  exportAll: "Export",
};
