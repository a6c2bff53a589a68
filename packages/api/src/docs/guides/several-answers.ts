import { ANSWERS_MAX, ANSWERS_MAX_USUAL, CONFIDENCE_BOUNDS } from "@sightline/contract/recognition";
import { curlJson, EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html, table } from "../html";
import type { DocsPage } from "../page";

const ENDS: readonly (readonly [when: string, then: string, cost: string])[] = [
  ["Enough agree, or the answer is sure enough", "The answer", "The price of each answer that was used"],
  ["100 % recognition: the most were given, too few agree", "ERROR_BAD_DUPLICATES", "Nothing"],
  ["100 % recognition: its time is over before", "ERROR_CAPTCHA_UNSOLVABLE", "Nothing"],
  [
    "Confidence mode: the most were given, or its time is over",
    "The best answer, with its true, lower confidence",
    "The price of each answer that was used",
  ],
];

export const SEVERAL_ANSWERS_GUIDE: DocsPage = {
  path: "/docs/several-answers",
  title: "Several answers",
  says: "Let several people answer one task: until enough of them agree, or until the answer is as sure as you ask.",
  body: (origin) => html`
<p>Two ways, for every kind but live challenges. Both ask one person after the other, never the same one twice.
Sandbox tasks take one answer.</p>
<h2>Confidence mode</h2>
<p>Say how sure the answer must be, from ${CONFIDENCE_BOUNDS.min} to ${CONFIDENCE_BOUNDS.max}, with one task or in your
<a href="/app/recognition">recognition settings</a>. How sure an answer is follows from who gave it, how well their answers
did so far, and how easily its signs are mistaken. Another person is asked only while that is too little and another
answer can change it: at most ${ANSWERS_MAX_USUAL}, or as many as your settings say. Most tasks need two.</p>
${codeBlock("in.php", `curl -F key=${EXAMPLE_KEY} -F json=1 -F min_confidence=0.99 -F file=@word.png ${origin}/in.php`)}
${codeBlock("res.php with json=1", `{"status":1,"request":"W7K2P","confidence":"0.994"}`)}
${codeBlock("JSON API", curlJson(origin, "createTask", { task: { type: "ImageToTextTask", body: "...", minConfidence: 0.99 } }))}
${codeBlock(`getTaskResult of ${EXAMPLE_ID}`, `{"errorId":0,"status":"ready","solution":{"text":"W7K2P","confidence":0.994},"cost":"0.0004", ... "solveCount":2}`)}
<p><code>minConfidence</code> may also stand beside <code>task</code>. The confidence stands in JSON answers of tasks that
asked for it and in no others.</p>
<h2>100 % recognition</h2>
<p>In your <a href="/app/recognition">recognition settings</a>, for each kind: the fewest and the most answers (up to
${ANSWERS_MAX}), and how many must agree. Capitals count with <code>regsense=1</code>; cells must be the same; points,
boxes and areas must mark the same places; angles may differ by 10 degrees.</p>
<h2>How it ends, and what it costs</h2>
<p>The price of the most answers is set aside when the task is taken; too little balance for it is
<code>ERROR_ZERO_BALANCE</code>. What was not used comes back at the end.</p>
${table("Ends", ["When", "You get", "It costs"], ENDS)}
<p><code>solveCount</code> and <code>cost</code> of getTaskResult, and get2, say how many answers were used and what they
cost. In a package a task takes one thread, however many answer it.</p>`,
};
