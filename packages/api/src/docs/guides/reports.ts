import { curlJson, curlResult, EXAMPLE_ID } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const REPORTS: DocsPage = {
  path: "/docs/reports",
  title: "Reports",
  says: "Say whether an answer was right: wrong ones cost nothing, right ones help to choose workers.",
  body: (origin) => html`
${codeBlock("The answer was right", curlResult(origin, "reportgood"))}
${codeBlock("The answer was wrong", curlResult(origin, "reportbad"))}
${codeBlock("Answer", "OK_REPORT_RECORDED")}
${codeBlock("JSON API", curlJson(origin, "reportIncorrect", { taskId: Number(EXAMPLE_ID) }))}
<ul>
<li>Within 15 minutes of the submission, once for each task, and only about answered tasks.</li>
<li>A wrong picture is looked at by a moderator; the money comes back when the report is accepted. A token that did not
work is refunded at once.</li>
<li>Reports are not recorded while more than 40 % of your last decided ones were about answers that were right.</li>
<li>The same report again is <a href="/docs/errors/ERROR_DUPLICATE_REPORT">ERROR_DUPLICATE_REPORT</a> over res.php, and a
success over the JSON API.</li>
</ul>`,
};
