/** Which notices are mailed. One name for each that may be left out (contract/notices.ts). */
export const mailChoiceText = {
  title: "Mail",
  lead: "Notices always stand under the bell. Choose which of them are mailed to you too; mail about your log-in, a change of your payout address and a suspension always comes.",
  save: "Save",
  saved: "Saved.",
  saveFailed: "The choice could not be saved.",
  failed: "The choice could not be loaded",
  names: {
    callback_host_off: "Callbacks to a host are switched off",
    suspension_lifted: "A suspension ends",
    kind_suspended: "A kind of task is closed to you",
    kind_suspension_lifted: "A kind of task is open to you again",
    site_suspended: "A site is suspended",
    site_approved: "A site is approved",
    site_refused: "A site is refused",
    deposit_confirmed: "A deposit is booked",
    deposit_reversed: "The chain takes a deposit back",
    package_ended: "A package ends",
    balance_low: "The balance is low",
    tasks_refunded: "Money comes back",
    task_part_refunded: "A part of a task's price comes back",
    payout_sent: "You are paid out",
    payout_undone: "The chain takes a payout back",
    payout_returned: "A payout does not go out",
    payouts_held: "Your payouts are held",
    payouts_released: "Your payouts go on",
  },
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    mailChoice: typeof mailChoiceText;
  }
}
