import { EXAMPLE_KEY } from "../examples";
import { codeBlock, html } from "../html";
import type { DocsPage } from "../page";

export const CLIENTS: DocsPage = {
  path: "/docs/clients",
  title: "Client libraries",
  says: "Libraries written for services of this protocol work here when they are pointed at this address.",
  body: (origin) => html`
<p>Those that take a server's address need nothing else. Some have theirs built in: give them ours by deriving a class,
by their provider setting, or by your machine's hosts file with HTTPS switched on.</p>
${codeBlock(
  "JavaScript: @2captcha/captcha-solver",
  `import { Solver } from "@2captcha/captcha-solver";

class OurSolver extends Solver {
  get in() { return "${origin}/in.php"; }
  get res() { return "${origin}/res.php"; }
}
const { data } = await new OurSolver("${EXAMPLE_KEY}").imageCaptcha({ body: base64 });`,
)}
${codeBlock(
  "JavaScript: @zennolab_com/capmonstercloud-client",
  `const client = CapMonsterCloudClientFactory.Create(
  new ClientOptions({ clientKey: "${EXAMPLE_KEY}", serviceUrl: "${origin}" }),
);
const { solution } = await client.Solve(new ImageToTextRequest({ body: base64 }));`,
)}
${codeBlock(
  "Python: 2captcha-python (HTTPS only)",
  `solver = TwoCaptcha("${EXAMPLE_KEY}", server="your-host.example.org")
result = solver.normal("word.png")`,
)}
<p>A library that asks every second or two may come near the <a href="/docs/limits">limit for results</a>: set its
polling to 5 seconds.</p>`,
};
