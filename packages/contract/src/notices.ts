import { z } from "zod";
import { LOG_IN_NOTICES } from "./log-in-notices";
import { TEAM_NOTICES } from "./team-notices";

/**
 * Everything an account is told of without having asked, in the app and by mail. `{name}` stands for a parameter.
 * `mails`: mail goes out too, unless the account has muted it. `href` is the page where something can be done.
 */
export const NOTICES = {
  callback_host_off: {
    mails: true,
    href: "/app/callbacks",
    subject: "Callbacks to {host} are switched off",
    text: "Every call to {host} has failed for 24 hours, so we have stopped calling it. Answers can still be fetched. When the host works again, register it once more.",
  },
  account_suspended: {
    mails: true,
    href: "/",
    subject: "Your account is suspended",
    text: "{reason} It is suspended until {until}. You can log in to read this and to appeal to a person.",
  },
  suspension_lifted: {
    mails: true,
    href: "/",
    subject: "Your account is no longer suspended",
    text: "Everything works again as before.",
  },
  kind_suspended: {
    mails: true,
    href: "/work/score",
    subject: "You may not solve tasks of the kind {kind} any more",
    text: "{reason} Other kinds go on as before. On your score page you can appeal to a person.",
  },
  kind_suspension_lifted: {
    mails: true,
    href: "/work/score",
    subject: "You may solve tasks of the kind {kind} again",
    text: "Tasks of this kind come to you as before.",
  },
  site_suspended: {
    mails: true,
    href: "/app/sites",
    subject: "{host} is suspended",
    text: "We no longer find the proof that {host} is yours, so its challenges are refused and those that waited have been returned without a charge. {detail} Publish the proof again and check the site.",
  },
  site_approved: {
    mails: true,
    href: "/app/sites",
    subject: "{host} is approved",
    text: "Our staff have looked at {host}. You can send its challenges now.",
  },
  site_refused: {
    mails: true,
    href: "/app/sites",
    subject: "{host} was refused",
    text: "Our staff have looked at {host} and refused it: {reason}",
  },
  deposit_confirmed: {
    mails: true,
    href: "/app/billing",
    subject: "Deposit of {amount} is booked",
    text: "Your deposit of {amount} has its confirmations and stands in your balance.",
  },
  deposit_reversed: {
    mails: true,
    href: "/app/billing",
    subject: "Deposit of {amount} was taken back by the chain",
    text: "The chain no longer has your deposit of {amount}, so {takenBack} of it left your balance. If your transfer comes back to the chain it is booked again by itself.",
  },
  package_ended: {
    mails: true,
    href: "/app/packages",
    subject: "Your package {name} has ended",
    text: "The package {name} has ended and was not renewed. From now on tasks are paid one by one from the balance.",
  },
  balance_low: {
    mails: true,
    href: "/app/billing",
    subject: "Your balance is below {amount}",
    text: "Your balance is {balance}, below the {amount} that you have set. When it is empty, new tasks are refused.",
  },
  repeated_submission: {
    mails: false,
    href: "/app/tasks",
    subject: "The same bytes came twice within 10 seconds",
    text: "Tasks {first} and {second} were made of the same bytes, and each is paid for. If your program sent them again after a time-out, let it send the header Idempotency-Key: then a repeat answers with the first task. See /docs/idempotency.",
  },
  tasks_refunded: {
    mails: true,
    href: "/app/statement",
    subject: "{amount} came back",
    text: "The price of {count} tasks is in your balance again. {reason}",
  },
  task_part_refunded: {
    mails: true,
    href: "/app/statement",
    subject: "{amount} came back",
    text: "A part of what task {task} has cost is in your balance again. {reason}",
  },
  image_blocked: {
    mails: false,
    href: "/app/unrecognisable",
    subject: "A picture of yours is not taken for a day",
    text: "Three tasks with the same picture were closed as unreadable within a day, so these very bytes are refused for a day. The page of unrecognisable images shows which, and our staff can lift it.",
  },
  report_decided: {
    mails: false,
    href: "/app/tasks",
    subject: "Your report of task {task}: {outcome}",
    text: "{reason} {note}Given back: {refunded}.",
  },
  reported_answer_decided: {
    mails: false,
    href: "/work",
    subject: "Your answer to task {task} was reported: {outcome}",
    text: "{reason} {note}Taken back from your pay: {takenBack}.",
  },
  case_decided: {
    mails: false,
    href: "/",
    subject: "{what}: {outcome}",
    text: "{reason} {note}",
  },
  payout_address_changed: {
    mails: true,
    href: "/work/payouts",
    subject: "Your payout address has changed",
    text: "From {from} on, your pay goes to {address}. If you did not ask for this, take it back before then, and change your password.",
  },
  payout_sent: {
    mails: true,
    href: "/work/payouts",
    subject: "{amount} is paid out",
    text: "{amount} has arrived at {address}.",
  },
  payout_undone: {
    mails: true,
    href: "/work/payouts",
    subject: "A payout of {amount} was taken back by the chain",
    text: "The chain no longer has the transfer of {amount} to you. The amount is in your confirmed pay again and goes out with a later payout.",
  },
  payouts_held: {
    mails: true,
    href: "/work/payouts",
    subject: "Your payouts are held",
    text: "Our staff have looked at your next payout and hold it: {reason} The amount stays yours and goes out when this is cleared up.",
  },
  payouts_released: {
    mails: true,
    href: "/work/payouts",
    subject: "Your payouts go on",
    text: "What kept your payouts is cleared up. Your confirmed pay goes out with the next batch.",
  },
  payout_returned: {
    mails: true,
    href: "/work/payouts",
    subject: "{amount} was not paid out",
    text: "A payout of {amount} was not made. The amount is in your confirmed pay again and goes out with a later payout.",
  },
  deletion_asked: {
    mails: true,
    href: "/",
    subject: "Your account will be deleted on {date}",
    text: "You asked for it. Until then everything works as ever, and you can keep the account in the settings. If you did not ask for this, keep it there and change your password.",
  },
  deletion_cancelled: {
    mails: true,
    href: "/",
    subject: "Your account stays",
    text: "It is not deleted: you have kept it.",
  },
  ...LOG_IN_NOTICES,
  ...TEAM_NOTICES,
  data_ready: {
    mails: true,
    href: "/",
    subject: "The file with your data is ready",
    text: "It can be downloaded in the settings until {until}, by you alone.",
  },
} as const satisfies Record<string, Notice>;

export interface Notice {
  mails: boolean;
  href: string;
  subject: string;
  text: string;
}
export type NoticeName = keyof typeof NOTICES;

type ParamsIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamsIn<Rest>
  : never;
/** The parameters that a notice's words need. */
export type NoticeParams<N extends NoticeName> = Record<
  ParamsIn<(typeof NOTICES)[N]["subject"]> | ParamsIn<(typeof NOTICES)[N]["text"]>,
  string
>;

/** The words with their parameters in place. */
export function fillNotice(words: string, params: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
}

export const noticeNames = Object.keys(NOTICES) as [NoticeName, ...NoticeName[]];

/** What somebody else may have done with the account is always mailed. */
const ALWAYS_MAILED = [
  "account_suspended",
  "payout_address_changed",
  "data_ready",
  "deletion_asked",
  "deletion_cancelled",
  "passkey_added",
  "passkey_removed",
  "member_joined",
  "member_role_changed",
  "member_left",
] as const;
type AlwaysMailed = (typeof ALWAYS_MAILED)[number];
type Mailed = {
  [Name in NoticeName]: (typeof NOTICES)[Name]["mails"] extends true ? Name : never;
}[NoticeName];
export type MutableNotice = Exclude<Mailed, AlwaysMailed>;
export const mutableNotices = noticeNames.filter(
  (name): name is MutableNotice =>
    NOTICES[name].mails && !(ALWAYS_MAILED as readonly NoticeName[]).includes(name),
);

/** `notices.list`: newest first. */
export interface NoticeRow {
  id: number;
  subject: string;
  text: string;
  href: string;
  givenAtMs: number;
  read: boolean;
}
export interface NoticesReply {
  notices: NoticeRow[];
  unread: number;
}

/** Everything up to this notice was seen. */
export const markNoticesReadSchema = z.object({ upToId: z.number().int().min(1) });
/** Notices that are not mailed; they still stand in the app. */
export const muteNoticesSchema = z.object({ muted: z.array(z.enum(mutableNotices)).max(100) });
