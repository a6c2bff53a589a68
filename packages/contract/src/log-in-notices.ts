import type { Notice } from "./notices";

/** What somebody is told about their own log-in: part of the one table of notices (notices.ts). */
export const LOG_IN_NOTICES = {
  passkey_added: {
    mails: true,
    href: "/",
    subject: "The passkey {name} can log in",
    text: "It was added to the log-in {email} in the settings, with its password. If that was not you, remove it there, end all other sessions and choose a new password.",
  },
  passkey_removed: {
    mails: true,
    href: "/",
    subject: "The passkey {name} is removed",
    text: "It can't log in as {email} any more. Where you are logged in you stay so. If that was not you, end all other sessions in the settings and choose a new password.",
  },
} as const satisfies Record<string, Notice>;
