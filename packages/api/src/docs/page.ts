import { type Html, html } from "./html";

/** One page of the documentation before it stands in its frame. */
export interface DocsPage {
  /** Such as `/docs/errors`. */
  path: string;
  title: string;
  /** One sentence: under the title, for search engines, and in llms.txt. */
  says: string;
  /** `origin` is how the reader reached us, so that examples work as printed. */
  body(origin: string): Html;
}

export interface NavGroup {
  title: string;
  pages: readonly DocsPage[];
}

/** The whole page: one h1, the list of pages, no script but the reference page's own file. */
export function renderPage(
  page: DocsPage,
  { nav, origin, script }: { nav: readonly NavGroup[]; origin: string; script: boolean },
): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Sightline</title>
<meta name="description" content="${page.says}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/assets/docs.css">
${script ? html`<script type="module" src="/docs/assets/try-it.js"></script>` : null}
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<div class="frame">
<nav class="rail" aria-label="Documentation">
<a class="name" href="/">Sightline</a>
${nav.map(
  ({ title, pages }, i) => html`<p class="group" id="group-${i}">${title}</p>
<ul aria-labelledby="group-${i}">${pages.map(
    ({
      path,
      title: name,
    }) => html`<li><a href="${path}"${path === page.path ? html` aria-current="page"` : null}>${name}</a></li>
`,
  )}</ul>`,
)}
</nav>
<main id="content">
<h1>${page.title}</h1>
<p class="lead">${page.says}</p>
${page.body(origin)}
</main>
</div>
</body>
</html>
`.text;
}
