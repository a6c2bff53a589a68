import { solutionTextForm } from "@sightline/contract/answer-text-form";
import { LIMITS } from "@sightline/contract/limits";
import { TEST_ANSWERS } from "../../test-mode/test-outcome";
import { TEST_PICTURES, type TestPicture } from "../../test-mode/test-pictures";
import { errorPath } from "../error-pages";
import { codeBlock, html, table } from "../html";
import type { DocsPage } from "../page";

export const TEST_MODE: DocsPage = {
  path: "/docs/test-mode",
  title: "Test mode",
  says: "A test key gets fixed answers and every error on purpose. No person is asked, and nothing is charged.",
  body: (origin) => html`
<p>Your account has a test key beside its others; it begins with <code>7e57</code>, and the app shows it at Playground and
at Keys. Every request with it goes the same way as with any other key, through the same checks: parameters, files, sites,
limits. Only then the task ends by itself after a second, instead of on a worker's screen. Answers carry the header
<code>Sightline-Notice</code>, which says so. Callbacks come; reports are taken and forgotten; nothing is charged.</p>
${codeBlock(
  "The answer to this is W7K2P, always",
  `curl -o word.png ${origin}/docs/assets/word.png
curl -F key=YOUR_TEST_KEY -F method=post -F file=@word.png ${origin}/in.php`,
)}
<h2>Fixed answers</h2>
${table(
  "Pictures and sounds with their answers",
  ["File", "Answer"],
  TEST_ANSWERS.map(({ name, answer }) => [
    html`<a href="/docs/assets/${name}">${name}</a>`,
    html`<code>${answer.shape === "text" ? answer.text : solutionTextForm(answer)}</code>`,
  ]),
)}
<p>Any other picture, question, sound or challenge gets an answer of its kind that keeps your hints: <code>test</code>, or
a text of the length and the letters you ask for; the first cell; the middle of the picture; the token
<code>sightline-test-token</code>. Where no answer keeps your hints it is unsolvable.</p>
<h2>Errors on purpose</h2>
<p>Send one of these pictures, by any method that takes a picture; for a text question, the code itself as the question.</p>
${table(
  "Pictures and the errors that they make",
  ["Picture", "Error", "When"],
  TEST_PICTURES.map((picture) => [
    html`<a href="/docs/assets/${picture.name}">${picture.name}</a>`,
    html`<a href="${errorPath(picture.code)}"><code>${picture.code}</code></a>`,
    whenOf(picture),
  ]),
)}
<p>What reading can be told needs no picture: ERROR_WRONG_CAPTCHA_ID, ERROR_WRONG_ID_FORMAT and ERROR_EMPTY_ACTION answer to an id or an action that is wrong, as ever.
A test key takes ${LIMITS.test_submissions.max} tasks an hour.</p>`,
};

function whenOf({ ends }: TestPicture): string {
  return ends === null ? "at once, in place of an id" : "as the result of the task";
}
