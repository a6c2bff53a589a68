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
<code>k</code> of the frame's address. A widget with <code>data-size="invisible"</code> is sent with <code>invisible=1</code>. An
Enterprise page loads <code>enterprise.js</code>: send <code>enterprise=1</code>, and as <code>action</code> what stands in
<code>data-action</code>. A page that loads its script from <code>recaptcha.net</code> is sent with
<code>domain=recaptcha.net</code>. A one-time <code>data-s</code> goes into <code>data-s</code>.`,
    puts: html`Into the hidden field <code>g-recaptcha-response</code> of your form. Where your page has a callback
(<code>data-callback</code>, or <code>callback</code> of <code>grecaptcha.render</code>), call it with the token. It counts once,
within two minutes.`,
    allows: html`In the reCAPTCHA admin console (<code>google.com/recaptcha/admin</code>) open the key's settings and add
the challenge host under Domains; for Enterprise edit the key in the Google Cloud console and add it to the Domain list. A host alone,
without path and port; names under it count, too. It can take 30 minutes to work. Leave the check of domains on (Verify origin): without
it anybody can use your key.`,
    tests: html`The vendor's test key <code>6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI</code> always passes, and needs no site. Its
widget says that it is for tests. It is a v2 key; for Enterprise make a testing key in the Google Cloud console, for a verified site.`,
  },
  {
    vendor: "reCAPTCHA v3",
    finds: html`<code>googlekey</code> is the value behind <code>render=</code> in the address of the script
<code>api.js</code> (<code>enterprise.js</code> with <code>enterprise=1</code>), and <code>action</code> the name that your code gives to
<code>grecaptcha.execute</code>, or <code>data-action</code> of a button that is bound to it. A token of another action fails your own check.`,
    puts: html`Where your code puts it: usually a field that is sent with the form. A page that keeps the vendor's own field has it
with the id <code>g-recaptcha-response-100000</code> and the name <code>g-recaptcha-response</code>.`,
    allows: html`As for v2, in the settings of the v3 key.`,
    tests: html`There are no test keys of v3: the vendor's advice is a key of its own for testing. Its scores may differ from those of
your live site.`,
  },
  {
    vendor: "hCaptcha",
    finds: html`<code>sitekey</code> is the value of <code>data-sitekey</code> on the element with the class
<code>h-captcha</code>, or the <code>sitekey</code> that your code gives to <code>hcaptcha.render</code>. An Enterprise page that gives
<code>rqdata</code> to <code>hcaptcha.setData</code> needs it as <code>data</code>, fresh for each task.`,
    puts: html`Into the field <code>h-captcha-response</code>; then call your page's callback (<code>data-callback</code>) with it. The
JSON answers also carry <code>respKey</code> and the browser it was solved with (<code>useragent</code>, <code>userAgent</code>).`,
    allows: html`In the dashboard (<code>dashboard.hcaptcha.com</code>) open the site key's settings. Where hostnames are listed, add
the challenge host. The vendor's check of a token tells you the hostname that it was solved on: take the challenge host for a task of
yours.`,
    tests: html`The vendor's test keys <code>10000000-ffff-ffff-ffff-000000000001</code> (any account),
<code>20000000-ffff-ffff-ffff-000000000002</code> (Enterprise, a safe visitor) and
<code>30000000-ffff-ffff-ffff-000000000003</code> (Enterprise, a bot) need no site.`,
  },
  {
    vendor: "FunCaptcha (Arkose Labs)",
    finds: html`<code>publickey</code> is the part behind <code>v2/</code> in the address of the script
<code>api.js</code>, or on older pages the value of <code>data-pkey</code>. <code>surl</code> is the host that this script comes from, such as
<code>https://client-api.arkoselabs.com</code> or <code>https://your-company-api.arkoselabs.com</code>. Names of your own for it (vanity URLs)
are not taken: the script runs in a worker's browser, so it must come from a host of the vendor's. A blob that your server gives goes into
<code>data[blob]</code>, fresh for each task.`,
    puts: html`To your function <code>onCompleted</code> as <code>response.token</code>, or on older pages into the field
<code>fc-token</code>. The token contains <code>|</code>: in text mode it is everything after the first one. Your server checks it with the
vendor's Verify API.`,
    allows: html`The vendor's public documentation names no page for this: ask your contact there whether the key is limited to hosts,
and to allow the challenge host.`,
    tests: html`The vendor publishes no test keys. Ask for a key of its own for tests; it needs a verified site here, as others do.`,
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
(<code>img_type</code>) need a verified site, too, until a worker gets them. Other images need none.</p>
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
it is allowed, tasks end with a text that says so, uncharged. Better than widening a key that guards visitors is a key of its own for tests.</p>
<h2>When the widget refuses</h2>
<p>A worker who sees an error in place of the challenge says which, and the result names it in its <code>error_text</code>. Nothing is
charged:</p>
<dl>
<dt>Wrong key</dt><dd>ERROR_CAPTCHA_UNSOLVABLE. The key is none of this vendor's or not of this kind, such as a v3 key sent as v2.</dd>
<dt>Host not allowed</dt><dd>ERROR_CAPTCHA_UNSOLVABLE. The challenge host is not among the key's domains.</dd>
<dt>Value expired</dt><dd>ERROR_TOKEN_EXPIRED. Take a fresh one-time value from your page for each task.</dd>
<dt>Does not load</dt><dd>ERROR_CAPTCHA_UNSOLVABLE, when three workers have said so.</dd>
</dl>
<p>After a wrong key or host the same key and page are refused for ten minutes with ERROR_BAD_TOKEN_OR_PAGEURL.</p>
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
