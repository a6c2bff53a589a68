export const passkeysText = {
  title: "Passkeys",
  lead: "A passkey lets you log in with your device or password manager: no password, no code. It works only here, so nobody can ask you for it.",
  add: "Add a passkey",
  full_one: "You have {{count}} passkey, the most that one person may have.",
  full_other: "You have {{count}} passkeys, the most that one person may have.",
  no: {
    browser: "This browser can't make passkeys, or it was not asked over a safe connection.",
    address: "Passkeys belong to a name. Open this site by its name, not by a number such as {{host}}.",
  },
  loadFailed: "Your passkeys could not be loaded",
  label: "Your passkeys",
  empty: "No passkey yet",
  emptyBody: "With one, log-in is a touch. Your password goes on working.",
  name: "Name",
  nameHelp: "How you will know it again, such as Laptop or Phone.",
  added: "Added",
  used: "Last used",
  never: "Never",
  actions: "Actions",
  rename: "Rename",
  renameOf: "Rename {{name}}",
  remove: "Remove",
  removeOf: "Remove {{name}}",
  cancel: "Cancel",
  save: "Save",
  password: "Your password, again",
  wrongPassword: "This password is wrong.",
  tooMany_one: "Too many wrong passwords. Try again in {{count}} minute.",
  tooMany_other: "Too many wrong passwords. Try again in {{count}} minutes.",
  addDialog: "Add a passkey",
  next: "Continue",
  nextLead: "Your browser then asks where to keep it.",
  isAdded: "The passkey is added.",
  addFailed: "The passkey was not added.",
  failure: {
    cancelled: "Nothing was added: it was cancelled, or took too long. Try again.",
    known: "A passkey of yours is in there already. Choose another device or password manager.",
    impossible: "Your browser could not make a passkey here.",
    refused: "What the browser made could not be accepted. Try again.",
  },
  renameDialog: "Rename {{name}}",
  isRenamed: "The passkey is renamed.",
  renameFailed: "The passkey was not renamed.",
  removeDialog: "Remove {{name}}?",
  removeLead:
    "It can't log in any more. Where you are logged in you stay so: end sessions in the list below. Delete it in your device or password manager too.",
  isRemoved: "The passkey is removed.",
  removeFailed: "The passkey was not removed.",
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    passkeys: typeof passkeysText;
  }
}
