import { EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

const DUMP = `array(3) {
  ["key"]=>
  string(32) "${EXAMPLE_KEY}"
  ["action"]=>
  string(10) "getbalance"
  ["debug_dump"]=>
  string(1) "1"
}
array(0) {
}
array(0) {
}
100`;

export const DEBUGGING: DocsPage = {
  path: "/docs/debugging",
  title: "Debugging",
  says: "See what arrived here: query, body and files, then the answer.",
  body: (origin) => html`
<p>Add <code>debug_dump=1</code> to any request to in.php or res.php. The answer is plain text: three arrays (what
stood in the query, in the body, and the files with name, type and size), values cut at 2,000 characters, and then the
usual answer. The request does what it always does: a submission with it makes a task.</p>
${codeBlock("Ask", `curl '${origin}/res.php?key=${EXAMPLE_KEY}&action=getbalance&debug_dump=1'`)}
${codeBlock("Answer", DUMP)}
<p>For the JSON API, post the same JSON to <code>/test</code>: it answers with what it has read, and with the body as it
came.</p>
${codeBlock("Ask", `curl ${origin}/test -H 'Content-Type: application/json' -d '{"clientKey":"${EXAMPLE_KEY}"}'`)}
<p>Usual finds: a field that is missing because the body's type was wrong, a file part without a name, base64 whose +
became spaces because it was not encoded, a key with a line break at its end.</p>`,
};
