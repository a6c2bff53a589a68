import { curlJson, curlResult, EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const MORE_ACTIONS: DocsPage = {
  path: "/docs/more-actions",
  title: "More actions",
  says: "Balance, price of an answer, cancelling, receipts, statistics of a day, and how busy the service is.",
  body: (origin) => html`
<h2>Balance</h2>
<p>What can still be spent, in USD: the balance less what open tasks hold. Each request counts towards the
<a href="/docs/limits">limit for results</a>.</p>
${codeBlock("Ask", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=getbalance'`)}
${codeBlock("Answer", "99.9998")}
<h2>An answer with its price</h2>
${codeBlock("Ask", curlResult(origin, "get2"))}
${codeBlock("Answer", "OK|W7K2P|0.0002")}
<h2>Cancel</h2>
<p>As long as no worker holds the task. What it held comes back at once.</p>
${codeBlock("res.php", curlResult(origin, "cancel"))}
${codeBlock("Answer", "OK_CANCELLED")}
${codeBlock("JSON API", curlJson(origin, "cancelTask", { taskId: Number(EXAMPLE_ID) }))}
<h2>A receipt</h2>
<p>What a task cost and from what it was paid, when it came and when it ended, and its answers; who gave them stays with
us. It can be had as long as the result: for 24 hours.</p>
${codeBlock("res.php", curlResult(origin, "receipt"))}
${codeBlock(
  "Answer",
  `{"id":"${EXAMPLE_ID}","kind":"image","state":"answered","reason":"","cost":"0.0002","paidFrom":"balance",
 "submittedAt":"2026-01-05T10:00:00.000Z","endedAt":"2026-01-05T10:00:04.210Z","seconds":4.21,"answers":["W7K2P"]}`,
)}
${codeBlock("JSON API", curlJson(origin, "getTaskReceipt", { taskId: Number(EXAMPLE_ID) }))}
<h2>A day's statistics</h2>
<p>Answered tasks and what they cost, by the hour and together, as JSON. Without date: today, UTC. getstats tells the
same as XML, for old clients.</p>
${codeBlock("res.php", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=spendstats&date=2026-01-05'`)}
${codeBlock("JSON API", curlJson(origin, "getSpendingStats", { date: "2026-01-05" }))}
${codeBlock("As XML", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=getstats&date=2026-01-05'`)}
<h2>How busy the service is</h2>
<p>Idle workers, load in percent, and for each kind how many tasks wait, what a thousand cost now in USD, and how many
seconds an answer took on average, as JSON. load.php tells it for images as XML, for old clients.</p>
${codeBlock("res.php", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=queuestats'`)}
${codeBlock("JSON API", curlJson(origin, "getQueueStats", {}))}
${codeBlock("As XML", `curl '${origin}/load.php?key=${EXAMPLE_KEY}'`)}
<h2>All codes of in.php</h2>
${codeBlock("Ask", `curl '${origin}/in.php?method=get_server_errors'`)}`,
};
