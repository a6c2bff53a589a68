import { curlJson, EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html, table } from "../html";
import { KIND_GUIDES } from "../kinds/kind-guides";
import type { DocsPage } from "../page";

export const JSON_API: DocsPage = {
  path: "/docs/json-api",
  title: "JSON API",
  says: "The same tasks with JSON in and out: createTask, getTaskResult, getBalance, reports.",
  body: (origin) => html`
<p>All methods are POST, and every answer has status 200. <code>errorId</code> is 0 or the number of an
<a href="/docs/errors">error</a>.</p>
${codeBlock("Balance", curlJson(origin, "getBalance", {}))}
${codeBlock("Answer", '{"errorId":0,"balance":99.9998}')}
${codeBlock("Result", curlJson(origin, "getTaskResult", { taskId: Number(EXAMPLE_ID) }))}
${codeBlock("Not ready", '{"errorId":0,"status":"processing"}')}
${codeBlock("Error", '{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST","errorDescription":"No account has this key."}')}
<p>createTask also takes <code>callbackUrl</code> (see <a href="/docs/callbacks">callbacks</a>) and
<code>languagePool</code>; properties that are null count as not given. Your key is <code>clientKey</code>, in the
examples ${EXAMPLE_KEY}.</p>
${table(
  "Task types",
  ["Type", "Kind", "Solution"],
  KIND_GUIDES.map(({ kind, title, json, otherTypes = [] }) => [
    [String(json.task.type), ...otherTypes].join(", "),
    html`<a href="/docs/kinds/${kind}">${title}</a>`,
    Object.keys(json.solution).join(", "),
  ]),
)}`,
};
