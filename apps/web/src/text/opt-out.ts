declare module "../lib/text" {
  interface AreaTexts {
    optOut: typeof optOutText;
  }
}

/** The public page for owners of sites who want no challenges of theirs solved here. */
export const optOutText = {
  title: "Opt a site out",
  lead: "You run a site and want no challenges of it solved here, whoever asks? Tell us its name. Live challenges are taken only from accounts that have proved to own the site; this switches it off for those, too.",
  host: "Name of your site",
  hostHelp: "Such as shop.example.com. Every name under it is meant, too.",
  email: "Your email address",
  emailHelp:
    "Mail to admin@, administrator@, hostmaster@, postmaster@ or webmaster@ at your domain proves the site by itself.",
  words: "What we should know (optional)",
  send: "Ask for it",
  sendFailed: "This could not be sent.",
  asked: "Our staff will look at it. To have {{host}} switched off at once, prove that it is yours.",
  mailProves: "We have sent a mail. Its link switches {{host}} off at once.",
  mailConfirms: "We have sent a mail. Its link shows us that your address is real.",
  proveTitle: "Or publish one of these",
  record: "A TXT record named {{name}}",
  file: "A file at {{address}}",
  tag: "A tag in the head of your first page",
  copy: "Copy {{what}}",
  prove: "I have published it",
  proveFailed: "The proof could not be looked for.",
  notProved: "None of the three was found. A new DNS record can take some minutes to be seen.",
  off: "This site is switched off. No challenges of it, or of names under it, are taken any more.",
  confirmTitle: "Confirm your request",
  confirmBody: "One more step, so that no program opens this link for you.",
  confirm: "Confirm",
  confirmFailed: "The request could not be confirmed.",
  confirmed: "Thank you. Our staff know now that your address is real, and will look at it.",
  unknown: "This link is not good any more. Links work for a day; ask again.",
};
