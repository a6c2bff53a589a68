import { TASK_KINDS } from "@sightline/contract/task-kinds";
import {
  base64Form,
  curlForm,
  curlJson,
  curlMultipart,
  curlResult,
  EXAMPLE_ID,
  multipartForm,
} from "./examples";
import { codeBlock, type Html, html } from "./html";
import type { KindGuide } from "./kinds/kind-guide";
import { COMMON_PARAMETERS } from "./kinds/parameters";
import type { DocsPage } from "./page";
import { parameterTable } from "./parameter-table";

/** Request, answer and report of one kind, over the classic addresses and over the JSON API. */
export function kindPage(guide: KindGuide): DocsPage {
  return {
    path: `/docs/kinds/${guide.kind}`,
    title: guide.title,
    says: guide.says,
    body: (origin) => html`
${notes(guide)}
<h2>Send it</h2>
<p>in.php knows this kind by: ${guide.recognised}</p>
${optional("A file, with curl", curlMultipart(origin, guide))}
${codeBlock(guide.file ? "The same in base64, with curl" : "With curl", curlForm(origin, guide.example.base64))}
${optional("Multipart form", multipartForm(origin, guide))}
${codeBlock(guide.file ? "Base64 form" : "Form", base64Form(origin, guide))}
${codeBlock("Answer: the task's id", `OK|${EXAMPLE_ID}`)}
${codeBlock("Answer with json=1", `{"status":1,"request":"${EXAMPLE_ID}"}`)}
${parameterTable("Parameters of this kind", guide.parameters)}
${parameterTable("Parameters of every kind", COMMON_PARAMETERS)}
<h2>Get the answer</h2>
<p>${lifetime(guide)} Put the id that you were given in place of ${EXAMPLE_ID}. With <code>wait=30</code> one request
waits for the answer; see <a href="/docs/waiting">waiting</a>.</p>
${codeBlock("Ask", curlResult(origin, "get"))}
${codeBlock("Not answered yet", "CAPCHA_NOT_READY")}
${codeBlock("Answered", guide.answer.text)}
${codeBlock("Answered, with json=1", guide.answer.json)}
<h2>Report it</h2>
<p>Within 15 minutes of the submission. See <a href="/docs/reports">reports</a>.</p>
${codeBlock("The answer was right", curlResult(origin, "reportgood"))}
${codeBlock("The answer was wrong", curlResult(origin, "reportbad"))}
${codeBlock("Answer", "OK_REPORT_RECORDED")}
<h2>Over the JSON API</h2>
${otherTypes(guide)}
${codeBlock("Send", curlJson(origin, "createTask", { task: guide.json.task }))}
${codeBlock("Answer", `{"errorId":0,"taskId":${EXAMPLE_ID}}`)}
${codeBlock("Ask", curlJson(origin, "getTaskResult", { taskId: Number(EXAMPLE_ID) }))}
${codeBlock("Answered", exampleResult(guide))}`,
  };
}

function notes({ notes: lines }: KindGuide): Html | null {
  return lines.length === 0 ? null : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function optional(label: string, code: string | null): Html | null {
  return code === null ? null : codeBlock(label, code);
}

function lifetime({ kind }: KindGuide): string {
  return `A task of this kind lives ${TASK_KINDS[kind].lifetimeMs / 1_000} seconds; unanswered by then it is unsolvable and free.`;
}

function otherTypes({ otherTypes: types = [] }: KindGuide): Html | null {
  if (types.length === 0) return null;
  return html`<p>Also accepted as type: ${types.join(", ")}.</p>`;
}

/** Exactly the keys that an answer has: strict clients take one more for a fault. */
function exampleResult({ json }: KindGuide): string {
  return JSON.stringify({
    errorId: 0,
    status: "ready",
    solution: json.solution,
    cost: "0.0002",
    ip: "203.0.113.7",
    createTime: 1_767_614_400,
    endTime: 1_767_614_406,
    solveCount: 1,
  });
}
