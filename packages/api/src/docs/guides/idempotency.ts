import { IDEMPOTENCY_KEY_MAX_LENGTH } from "@sightline/domain/idempotency/remember-submission";
import { EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const IDEMPOTENCY: DocsPage = {
  path: "/docs/idempotency",
  title: "Sending again safely",
  says: "With an Idempotency-Key a repeated submission makes, and pays for, one task.",
  body: (origin) => html`
<p>When a submission's answer is lost (a time-out, a broken connection), you cannot know whether the task was accepted.
Many libraries then send again in silence, and two tasks are made. Give each submission a key of its own in the header
<code>Idempotency-Key</code>, at most ${IDEMPOTENCY_KEY_MAX_LENGTH} characters, and send repeats with the same one.</p>
${codeBlock(
  "Run it twice: the same id comes back",
  `curl ${origin}/in.php \\
  -H 'Idempotency-Key: order-4711' \\
  --data-urlencode 'key=${EXAMPLE_KEY}' \\
  --data-urlencode 'textcaptcha=What is two and three?'`,
)}
<ul>
<li>It works for in.php and createTask, for each account by itself, for 24 hours.</li>
<li>Only accepted submissions are remembered. One that was refused can be put right and sent with the same key.</li>
<li>The same key with other content answers <a href="/docs/errors/ERROR_BAD_PARAMETERS">ERROR_BAD_PARAMETERS</a>.</li>
<li>Repeats at the same moment wait for the first and get its id.</li>
<li>Without a key, the same picture, sound or question again within 10 s makes a second task all the same. Its answer
then carries the header <code>Sightline-Notice</code>, which names the first task, and you find a notice in the app (one
a day).</li>
</ul>`,
};
