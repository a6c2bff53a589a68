declare module "../lib/text" {
  interface AreaTexts {
    support: typeof supportText;
  }
}

/** The way to a person, on the public page and in the app. */
export const supportText = {
  nav: "Support",
  title: "Ask us",
  lead: "A person answers, usually within two days.",
  email: "Your email address",
  answeredAt: "We answer to {{email}} and in your notices.",
  message: "Message",
  messageHelp: "If it is about a task, give its number. Never send an API key.",
  send: "Send message",
  failed: "The message could not be sent.",
  sent: "Thank you. Your message is case {{caseId}}; we answer to {{email}}.",
  again: "Write another message",
};
