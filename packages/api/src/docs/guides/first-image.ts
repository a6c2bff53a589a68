import { curlMultipart, curlResult, EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import { KIND_GUIDES } from "../kinds/kind-guides";
import type { DocsPage } from "../page";

const IMAGE = KIND_GUIDES.find(({ kind }) => kind === "image");

export const FIRST_IMAGE: DocsPage = {
  path: "/docs",
  title: "First image in four steps",
  says: "Send a picture, get its id, wait, read the answer that a person typed.",
  body: (origin) => html`
<h2>1. Take your key</h2>
<p>It stands on your account's page <a href="/app/keys">API keys</a> and has 32 symbols. The demo's customer has
<code>${EXAMPLE_KEY}</code>, and everything on these pages works there as printed.</p>
<h2>2. Send a picture</h2>
${codeBlock("A sample, as a file", (IMAGE && curlMultipart(origin, IMAGE)) ?? "")}
${codeBlock("Answer: the task's id", `OK|${EXAMPLE_ID}`)}
<h2>3. Wait</h2>
<p>A person needs a few seconds. Ask first after 5 seconds and then every 5 seconds, or let one request wait with
<code>wait=30</code>. See <a href="/docs/waiting">waiting</a>.</p>
<h2>4. Read the answer</h2>
<p>Put the id that you were given in place of ${EXAMPLE_ID}.</p>
${codeBlock("Ask", curlResult(origin, "get", { wait: "30" }))}
${codeBlock("Not answered yet", "CAPCHA_NOT_READY")}
${codeBlock("Answered", "OK|W7K2P")}
<p>Anything else is an <a href="/docs/errors">error code</a>. Each kind of task has its page in the list; libraries for
many languages work when they are pointed here, see <a href="/docs/clients">client libraries</a>.</p>`,
};
