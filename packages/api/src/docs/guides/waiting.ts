import { LIMITS } from "@sightline/contract/limits";
import { curlJson, curlResult, EXAMPLE_ID } from "../examples";
import { codeBlock, html, table } from "../html";
import type { DocsPage } from "../page";

/** How long a client should wait, as the protocol's documentation has always advised. */
const WAITS: readonly (readonly [when: string, wait: string])[] = [
  ["First poll of an image, text, audio and the other recognition kinds", "5 s"],
  ["First poll of reCAPTCHA v2", "15 to 20 s"],
  ["First poll of reCAPTCHA v3", "10 to 15 s"],
  ["First poll of FunCaptcha and hCaptcha", "10 to 20 s"],
  ["Every further poll", "5 s"],
  ["After ERROR_NO_SLOT_AVAILABLE", "2 to 5 s"],
  ["After ERROR_ZERO_BALANCE", "60 s"],
  ["Between submissions", "100 ms"],
];

export const WAITING: DocsPage = {
  path: "/docs/waiting",
  title: "Waiting for answers",
  says: "How long to wait before each request, and how to let one request do the waiting.",
  body: (origin) => html`
${table("Recommended waits", ["When", "Wait"], WAITS)}
<h2>One request that waits</h2>
<p>With <code>wait</code>, 0 to 60 seconds, res.php and getTaskResult answer as soon as the task ends, or with "not
ready" when the time is over. It counts as one request however long it waits. At most ${LIMITS.open_long_polls.max}
may be open for an account; further ones answer at once. Give your HTTP client a longer time-out than the wait.</p>
${codeBlock("res.php", curlResult(origin, "get", { wait: "30" }))}
${codeBlock("getTaskResult", curlJson(origin, "getTaskResult", { taskId: Number(EXAMPLE_ID), wait: 30 }))}
<h2>No request at all</h2>
<p>With a <a href="/docs/callbacks">callback</a> we call you.</p>
<h2>Many at once</h2>
<p><code>ids=1,2,3</code> asks for up to 100 tasks in one request; each slot of the answer, divided by |, is an answer or
a code.</p>`,
};
