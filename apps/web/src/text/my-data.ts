export const myDataText = {
  export: {
    title: "Your data",
    lead: "Everything that is kept of your account in one ZIP file: you and your settings, tasks and answers, every move of your money, sessions and calls of the API. It is made in the background: you can leave this page, and a notice says when it is ready.",
    list: "Files with your data",
    ask: "Make a file with my data",
    failed: "The file could not be begun.",
    loadFailed: "Your files could not be loaded",
    progress: "How far the file is",
    running: "Being made: {{filesDone}} of {{filesAll}} parts, {{rowsDone}} rows so far",
    ready: "Ready, {{size}} kB, asked for",
    until: "Can be downloaded by you alone, until {{date}}",
    download: "Download",
    broken: "This file could not be made. Ask for another one.",
    tooMany_one: "Three files a day can be made. Try again in {{count}} hour.",
    tooMany_other: "Three files a day can be made. Try again in {{count}} hours.",
  },
} as const;

declare module "../lib/text" {
  interface AreaTexts {
    myData: typeof myDataText;
  }
}
