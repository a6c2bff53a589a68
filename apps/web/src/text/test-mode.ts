declare module "../lib/text" {
  interface AreaTexts {
    testMode: typeof testModeText;
  }
}

/** Keys whose tasks never reach a worker. */
export const testModeText = {
  title: "Test key",
  lead: "For your own tests: it takes the same requests and gives fixed answers and every error on purpose. No person is asked, and nothing is charged.",
  label: "Your test key",
  copy: "Copy test key",
  docs: "Pictures, answers and errors of test mode",
  failed: "The test key could not be loaded",
  banner:
    "Test mode: with this key no person sees the task, nothing is charged, and the answer is a fixed one.",
  withheld: "Only the account itself is shown its test key.",
  useTest: "Use the test key",
};
