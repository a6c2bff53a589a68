declare module "../lib/text" {
  interface AreaTexts {
    staffAccounts: typeof staffAccountsText;
  }
}

/** What staff see and do about one account, beside its money and limits. */
export const staffAccountsText = {
  timeline: "Timeline",
  timelineFailed: "The timeline could not be loaded.",
  timelineEmpty: "Nothing has happened yet",
  older: "Older",
  newest: "Newest",
  events: {
    opened: "Account opened",
    staff_act: "Staff",
    case_opened: "Case opened",
    case_decided: "Case decided",
    refund: "Money given back",
    ban: "Banned",
    image_block: "Picture blocked",
    api_key_made: "API key made",
    api_key_revoked: "API key revoked",
    deposit: "Deposit",
    package: "Package bought",
    payout: "Payout",
    notice: "Notice",
    viewed: "Looked at by an admin",
  },
  view: "Look at it as they do",
  viewTitle: "Look at the pages of {{who}}?",
  viewBody:
    "For a quarter of an hour this session sees what they see and can change nothing. The audit log and the account's timeline say so.",
  viewHelp: "The audit log keeps it.",
  viewing: "You look at the pages of {{email}} as {{byEmail}}. Nothing can be changed.",
  ends: "Ends",
  stop: "Stop looking",
  role: "Role",
  roleLead: "Another admin approves it; then its holder logs in anew.",
  makeAdmin: "Make an admin",
  makeModerator: "Make a moderator",
  roleTitle: "Ask for a change of role?",
  asked: "Another admin is asked",
  waiting: "Role changes that wait",
  waitingLead: "It takes two admins. Who asked may only take it back.",
  change: "{{from}} to {{to}}",
  moderator: "moderator",
  admin: "admin",
  askedBy: "asked by {{who}}",
  approve: "Approve",
  approveOf: "Approve the change of {{who}}",
  refuse: "Refuse",
  takeBack: "Take back",
  refuseOf: "Refuse the change of {{who}}",
  approved: "The role is changed",
  refused: "Nothing is changed",
};
