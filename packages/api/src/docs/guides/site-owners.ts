import { SITE_PROOF } from "@sightline/contract/sites";
import { type Html, html } from "../html";
import type { DocsPage } from "../page";

interface VendorGuide {
  vendor: string;
  finds: Html;
  puts: Html;
  allows: Html;
  tests: Html;
}

const VENDORS: readonly VendorGuide[] = [
  {
    vendor: "reCAPTCHA v2 and Enterprise",
    finds: html`<code>googlekey</code> is the value of <code>data-sitekey</code> on the element with the class
<code>g-recaptcha</code>, the <code>sitekey</code> that your code gives to <code>grecaptcha.render</code>, or the parameter
<code>k</code> of the frame's address. An Enterprise page loads <code>enterprise.js</code>: send <code>enterprise=1</code>, and as
<code>action</code> what stands in <code>data-action</code>. A one-time <code>data-s</code> goes into <code>data-s</code>.`,
    puts: html`Into the hidden field <code>g-recaptcha-response</code> of your form. Where your page has a callback
(<code>data-callback</code>), call it with the token.`,
    allows: html`In the vendor's console open the key's settings and add the challenge host to its domains.`,
    tests: html`The vendor's test key <code>6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI</code> always passes, and needs no site.`,
  },
  {
    vendor: "reCAPTCHA v3",
    finds: html`<code>googlekey</code> is the value behind <code>render=</code> in the address of the script
<code>api.js</code>, and <code>action</code> what your code gives to <code>grecaptcha.execute</code>.`,
    puts: html`Where your code puts it: usually a field that is sent with the form. A page that keeps the vendor's own field has it as
<code>g-recaptcha-response-100000</code>.`,
    allows: html`As for v2, in the settings of the v3 key.`,
    tests: html`There are no test keys of v3. Make a key of your own for a staging site.`,
  },
  {
    vendor: "hCaptcha",
    finds: html`<code>sitekey</code> is the value of <code>data-sitekey</code> on the element with the class
<code>h-captcha</code>. An Enterprise page that gives <code>rqdata</code> needs it as <code>data</code>, fresh for each task.`,
    puts: html`Into the field <code>h-captcha-response</code>; then call your page's callback
(<code>data-callback</code>) with it. The JSON answer also says with which browser it was solved.`,
    allows: html`In the dashboard open the site key and add the challenge host to its hostnames.`,
    tests: html`The vendor's test keys <code>10000000-ffff-ffff-ffff-000000000001</code>,
<code>20000000-ffff-ffff-ffff-000000000002</code> and <code>30000000-ffff-ffff-ffff-000000000003</code> need no site.`,
  },
  {
    vendor: "FunCaptcha",
    finds: html`<code>publickey</code> is the value of <code>data-pkey</code>, or the first part behind <code>v2/</code> in the address
of the script. <code>surl</code> is the host that this script comes from, such as
<code>https://client-api.arkoselabs.com</code>. A blob that your server gives goes into <code>data[blob]</code>, fresh for each task.`,
    puts: html`Into the field <code>fc-token</code>, or to the callback <code>onCompleted</code>. The token contains
<code>|</code>: in text mode it is everything after the first one.`,
    allows: html`Ask the vendor, or use their portal, to allow the challenge host for the key.`,
    tests: html`The vendor gives test keys to its customers. They need a verified site here, as others do.`,
  },
];

export const SITE_OWNERS: DocsPage = {
  path: "/docs/site-owners",
  title: "Challenges of your own site",
  says: "How you prove a site, where its keys stand on your pages, and where the token goes.",
  body: (origin) => html`
<h2>What is taken, and what is not</h2>
<p>Live challenges are taken only for a site that the account has proved to own: to test your own sign-up, to measure how
hard your challenge is for people, or to help visitors who cannot solve it. No setting changes that. Anything else answers
ERROR_DOMAIN_NOT_ALLOWED, costs nothing, and says what is missing. Pictures that a request declares to be cut from a challenge
(<code>img_type</code>) need a verified site, too. Other images need none.</p>
<p>Start with the vendors' test keys below: they pass on any page, guard nothing, and need no site.</p>
<h2>Prove the site</h2>
<p>Add it on the page <a href="${origin}/app/sites">Sites</a> and publish what is shown there, in one of three ways:</p>
<ul>
<li>a TXT record at <code>${SITE_PROOF.dnsLabel}.your-site</code>, the only way to cover every name under it;</li>
<li>a file at <code>${SITE_PROOF.filePath}</code> that holds the token and nothing else;</li>
<li>a tag <code>&lt;meta name="${SITE_PROOF.metaName}"&gt;</code> in the head of the first page.</li>
</ul>
<p>The token is of your account and this site alone. The exact host counts: <code>www.your-site</code> is another one unless DNS
covers it. A port and a path do not count. Public endings (<code>co.uk</code>) and hosts that hold pages of many people
(<code>github.io</code>) cannot be proved by anybody. Redirects that leave the host are not followed, at most three others are, and of a
page its first 256 kB are read. Our staff look at the first site of each account.</p>
<p>Leave the proof in place. It is looked for once a day, and before a task goes to a worker when the last good look is more than ten
minutes old. A server that does not answer is no failure; two wrong answers in a row suspend the site, and its tasks that wait are
returned without a charge. The page Sites shows every look and what was found.</p>
<h2>Allow our challenge host</h2>
<p>A worker solves the vendor's own widget in a frame on our challenge host, a second address of this service. Nothing is disguised, so
the vendor checks the domain as always: the challenge host must be among the domains of your key. Ask the operator for its name; until
it is allowed, tasks end with a text that says so, uncharged, and the same key and page are refused for ten minutes with
ERROR_BAD_TOKEN_OR_PAGEURL. Better than widening a key that guards visitors is a key of its own for tests.</p>
${VENDORS.map(
  ({ vendor, finds, puts, allows, tests }) => html`<h2>${vendor}</h2>
<dl>
<dt>Where it stands on your page</dt><dd>${finds}</dd>
<dt>Where the token goes</dt><dd>${puts}</dd>
<dt>Allow the challenge host</dt><dd>${allows}</dd>
<dt>Test first</dt><dd>${tests}</dd>
</dl>
`,
)}
<h2>A site behind a proxy</h2>
<p>With <code>proxy</code> and <code>proxytype</code> our server loads your page through your proxy once before the task goes out, and nothing
else: workers do not use it. HTTP and HTTPS mean the same, a plain connection that is told to CONNECT for https pages. Any answer of
the page will do, but a status from 500 on. If it cannot be loaded, the task ends with ERROR_PROXY_CONNECTION_FAILED, uncharged, and
the proxy is refused for ten minutes with ERROR_BAD_PROXY. Proxies at private addresses are not called.</p>
<h2>You own a site and want none of this</h2>
<p><a href="${origin}/opt-out">Opt it out</a>: no account is needed.</p>`,
};
