/** The playground: send a picture from the browser, watch it being solved, take the code along. */
export const playgroundText = {
  title: "Playground",
  lead: "Send a picture as your program would, and watch it being solved. With your test key it is free and the answer is fixed; with another key a person solves it.",
  picture: "Picture",
  pictureHelp:
    "Drop a file here, paste one, or choose it: jpg, gif or png of at most 600 kB and 1000 px a side.",
  choose: "Choose a file",
  sample: "Use a sample",
  preview: "The picture that is sent",
  none: "Choose a picture, or take the sample.",
  key: "API key",
  keyHelp: "Your test key, or another one: it is sent with the task and kept nowhere.",
  keyWrong: "A key has 32 symbols, digits and the letters a to f.",
  kind: "Kind",
  kinds: { image: "Image to text", grid: "Grid", points: "Click points", rotate: "Rotate" },
  instructions: "Instructions for the worker",
  instructionsLong: "Use at most {{max}} characters",
  instructionsHelp: "At most 140 characters. Leave it empty when the picture says enough.",
  digits: "Digits only",
  send: "Send",
  sending: "Sending the picture …",
  waiting: "Task {{id}} is accepted. A person is at it for {{seconds}} s …",
  answered: "Answered after {{seconds}} s",
  answer: "Answer",
  refused: "Refused: {{code}}",
  unreachable: "The server could not be reached. Try again.",
  tooLong: "Nobody answered in time. Nothing is charged for a task without an answer.",
  openTask: "What happened to the task",
  code: "The same in your program",
  language: "Language",
  codeOf: "The request in {{language}}",
  copyCode: "Copy the code",
};

declare module "../lib/text" {
  interface AreaTexts {
    playground: typeof playgroundText;
  }
}
