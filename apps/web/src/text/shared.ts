import { ENGLISH_UI_TEXT } from "@sightline/ui/ui-text";

/** What more than one area says. */
export const sharedText = {
  ui: ENGLISH_UI_TEXT,
  account: {
    menu: "Account of {{email}}",
    logOut: "Log out",
    settings: "Settings",
    logOutFailed: "Logging out failed. Try again.",
  },
  goTo: "Go to {{page}}",
  error: {
    load: "This could not be loaded",
    unreachable: "The server could not be reached. Check the connection, then try again.",
    internal: "Something went wrong on our side. Try again in a moment.",
    forbidden: "This account may not do that.",
    tooMany: "Too many requests at once. Wait a moment, then try again.",
    notFound: "It does not exist, or it is not yours.",
    pageTitle: "This page stopped working",
    pageBody: "Try again. If it happens once more, tell us the request id.",
  },
  notFound: {
    title: "There is no such page",
    body: "The address may be mistyped, or the page has moved.",
    home: "Go to the start page",
  },
  wrongRole: {
    title: "This page is for {{area}}",
    body: "You are logged in as {{email}}, which is a {{role}} account.",
    home: "Go to your own pages",
    otherAccount: "Log in with another account",
    areas: { customer: "customers", worker: "workers", staff: "staff" },
  },
  roles: { customer: "customer", worker: "worker", moderator: "moderator", admin: "admin" },
  sessions: {
    title: "Where you are logged in",
    lead: "End a session that you do not recognise: it is refused from that moment on.",
    device: "Device",
    address: "Address",
    since: "Since",
    expires: "Ends",
    current: "This device",
    unknownDevice: "Unknown device",
    unknownAddress: "Unknown",
    revoke: "End session",
    revokeOf: "End session on {{device}}",
    revoked: "The session has ended.",
    revokeFailed: "The session could not be ended. Try again.",
    empty: "No sessions",
  },
  apiKey: {
    label: "Your API key",
    copy: "Copy API key",
    once: "This key is shown only now. Keep it in a safe place: anyone who has it can spend your balance.",
  },
  firstImage: {
    title: "Send a first image",
    lead: "Three steps from a terminal. Any program that speaks in.php and res.php works the same way.",
    send: "Send a picture",
    sendHelp: "Answers with OK and the task's number.",
    fetch: "Fetch the answer",
    fetchHelp:
      "Put the number in place of TASK_ID. The answer is usually there within seconds; until then it says CAPCHA_NOT_READY.",
    watch: "Watch it happen",
    watchHelp:
      "The task appears on the tasks page the moment it is accepted. An image that nobody could read costs nothing.",
    copySend: "Copy the command that sends",
    copyFetch: "Copy the command that fetches",
    keyPlaceholder: "YOUR_API_KEY",
    keyHelp: "Put your API key in place of YOUR_API_KEY.",
    tasks: "Open tasks",
  },
};
