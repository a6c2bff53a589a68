import { EXAMPLE_ID, EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const CALLBACKS: DocsPage = {
  path: "/docs/callbacks",
  title: "Callbacks",
  says: "Register a host once, name an address with each task, and be called when it ends.",
  body: (origin) => html`
<h2>Register the host</h2>
<p>From the very server that the host's name leads to, so that nobody can register yours.</p>
${codeBlock("Register", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=add_pingback&addr=mysite.com'`)}
${codeBlock("List", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=get_pingback'`)}
${codeBlock("Remove; addr=all removes every one", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=del_pingback&addr=mysite.com'`)}
<h2>Name an address with the task</h2>
<p><code>pingback</code> of in.php, <code>callbackUrl</code> of createTask. Its host must be registered; otherwise the
submission is refused with ERROR_BAD_PARAMETERS and no task is made.</p>
<h2>Be called</h2>
${codeBlock(
  "What we send",
  `POST /your/address HTTP/1.1
Content-Type: application/x-www-form-urlencoded

id=${EXAMPLE_ID}&code=W7K2P`,
)}
<p>For a task that was not solved <code>code</code> is the error code. Answer with any status from 200 to 299 within a few
seconds. Anything else is tried again ten times over 24 hours, with growing pauses from 10 seconds to 8 hours; a host that
fails for a whole day is switched off, and you are told. A call may come twice and never not at all: act
on each id once. The headers <code>webhook-id</code>, <code>webhook-timestamp</code> and
<code>webhook-signature</code> follow the Standard Webhooks specification; check them with your account's
secret, which starts with whsec_.</p>
<p>Private and reserved addresses are refused. The answer can always be fetched with res.php, too.</p>`,
};
