declare module "../lib/text" {
  interface AreaTexts {
    standing: typeof standingText;
  }
}

/** What a suspended account's pages say, and how staff suspend one. */
export const standingText = {
  suspended: "This account is suspended",
  until: "until",
  noEnd: "until further notice",
  readable: "What is here can still be read. You can ask a person to look at it again.",
  appeal: "Your appeal",
  appealHelp: "What should our staff know? At most 2,000 characters.",
  send: "Send appeal",
  sent: "Your appeal is with our staff. You will be told what they decide.",
  sendFailed: "The appeal could not be sent.",
  title: "Suspension",
  lead: "Queued tasks end unpaid, leased ones finish, answers stay readable. The holder reads the reason.",
  reason: "Reason, as its holder reads it",
  days: "Days",
  daysHelp: "Empty: until somebody lifts it.",
  daysWrong: "Enter a whole number of days from 1 to 3650, or leave it empty",
  suspend: "Suspend this account",
  suspendedNow: "The account is suspended.",
  lift: "Lift the suspension",
  lifted: "The suspension is lifted.",
  failed: "It could not be saved.",
};
