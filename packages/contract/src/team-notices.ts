import type { Notice } from "./notices";

/** What an account is told about its team: part of the one table of notices (notices.ts). */
export const TEAM_NOTICES = {
  member_joined: {
    mails: true,
    href: "/app/team",
    subject: "{email} has joined the team",
    text: "{email} has accepted the invitation and may use this account as {role}.",
  },
  member_role_changed: {
    mails: true,
    href: "/app/team",
    subject: "{email} is {role} now",
    text: "{by} has changed what {email} may do in this account: {role}.",
  },
  member_left: {
    mails: true,
    href: "/app/team",
    subject: "{email} is no longer in the team",
    text: "{email} can't use this account any more. {how} API keys that they have seen go on working: revoke those if you have to.",
  },
} as const satisfies Record<string, Notice>;
