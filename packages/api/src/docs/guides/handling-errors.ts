import { html } from "../html";
import type { DocsPage } from "../page";

export const HANDLING_ERRORS: DocsPage = {
  path: "/docs/handling-errors",
  title: "Handling errors",
  says: "What to do with an answer that is none: three groups of codes, and two traps in text answers.",
  body: () => html`
<h2>Three groups</h2>
<ul>
<li><strong>Wait and repeat.</strong> <code>CAPCHA_NOT_READY</code>, <code>ERROR_NO_SLOT_AVAILABLE</code>, and a
connection that fails. Keep the waits of <a href="/docs/waiting">this table</a>.</li>
<li><strong>Stop, and look.</strong> Keys, parameters, files, balance: the same request will fail again, and some of
these refusals count towards <a href="/docs/limits">limits</a>.</li>
<li><strong>Blocked for a while.</strong> <code>MAX_USER_TURN</code>, <code>ERROR: 1001</code> to
<code>ERROR: 1005</code>, <code>IP_BANNED</code>: wait as long as the code's page says. The header
<code>Retry-After</code> has the seconds.</li>
</ul>
<p>An accepted task's answer can always be fetched later, whatever submissions are blocked. A task that could not be
solved costs nothing.</p>
<h2>Two traps in text answers</h2>
<p>Answers are delivered as they were typed, also when they hold the character <code>|</code> or the word
<code>ERROR</code>. Some libraries cut an answer at <code>|</code>, and some take any text with <code>ERROR</code> in it
for a failure. Take everything after the first <code>OK|</code>, and an error only when the whole answer is a
<a href="/docs/errors">code</a>. With <code>json=1</code> there is no doubt: <code>status</code> is 1 or 0.</p>
<h2>When a submission's answer is lost</h2>
<p>A time-out does not tell whether the task was accepted. Send it again with the same
<a href="/docs/idempotency">Idempotency-Key</a>, and it is made and paid for once.</p>`,
};
