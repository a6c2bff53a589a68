import { curlJson, curlResult, EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const MORE_ACTIONS: DocsPage = {
  path: "/docs/more-actions",
  title: "More actions",
  says: "Balance, price of an answer, cancelling, statistics of a day, and how busy the service is.",
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
<h2>A day's statistics</h2>
<p>Answered tasks and what they cost, by the hour, as XML. Without date: today, UTC.</p>
${codeBlock("Ask", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=getstats&date=2026-01-05'`)}
<h2>How busy the service is</h2>
<p>Idle workers, load in percent, price of a thousand images in USD, mean seconds for an answer, as XML.</p>
${codeBlock("Ask", `curl '${origin}/load.php?key=${EXAMPLE_KEY}'`)}
<h2>All codes of in.php</h2>
${codeBlock("Ask", `curl '${origin}/in.php?method=get_server_errors'`)}`,
};
