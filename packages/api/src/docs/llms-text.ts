import { DOCS_NAV } from "./docs-pages";
import { EXAMPLE_KEY } from "./examples";

/** The documentation's list of contents for language models: Markdown with one link and one sentence a page. */
export function llmsText(origin: string): string {
  const groups = DOCS_NAV.map(
    ({ title, pages }) =>
      `## ${title}\n\n${pages.map((page) => `- [${page.title}](${origin}${page.path}): ${page.says}`).join("\n")}`,
  );
  return `# Sightline

> Recognition by people over HTTP. Send a picture, a question or a recording; poll for what a person answered.

Submit with POST ${origin}/in.php (key, method, file or body), read with GET ${origin}/res.php (key, action=get, id).
Answers are text such as OK|RESULT, or JSON with json=1; status is always 200. Wait 5 seconds before the first poll and
between polls, or use wait=30. The JSON API at ${origin}/createTask and ${origin}/getTaskResult does the same.
The demo's key is ${EXAMPLE_KEY}. The OpenAPI 3.1 document: ${origin}/openapi.json

${groups.join("\n\n")}
`;
}
