import { EXAMPLE_ID, EXAMPLE_KEY } from "./examples";
import { codeBlock, type Html, html, table } from "./html";
import { KIND_GUIDES } from "./kinds/kind-guides";
import { buildOpenApi, type Operation } from "./openapi/build-openapi";
import type { DocsPage } from "./page";

export const REFERENCE_PAGE: DocsPage = {
  path: "/docs/reference",
  title: "Reference",
  says: "Every address and parameter, made from the OpenAPI document, with forms to try them.",
  body: (origin) => {
    const { paths } = buildOpenApi(origin);
    return html`
<p>The whole of it for programs: <a href="/openapi.json">openapi.json</a>. Forms send real requests with the key that
you enter, and tasks they make cost what any task costs.</p>
${Object.entries(paths).map(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => operationSection(path, method, operation)),
)}`;
  },
};

function operationSection(path: string, method: string, operation: Operation): Html {
  const { requestBody, responses } = operation;
  return html`<h2 id="${operation.operationId}">${method.toUpperCase()} ${path}</h2>
<p>${operation.summary}</p>
${parameters(operation)}
${path === "/in.php" ? kindLinks() : null}
${tryForm(path, method)}
${requestBody ? codeBlock(`Schema of the request to ${path}`, schemaOf(requestBody.content)) : null}
${codeBlock(`Answers of ${path}`, JSON.stringify(responses, null, 2))}`;
}

function parameters({ operationId, parameters: list = [] }: Operation): Html | null {
  if (list.length === 0) return null;
  return table(
    `Parameters of ${operationId}`,
    ["Parameter", "In", "Needed", "What it does"],
    list.map(({ name, in: place, required, description }) => [
      name,
      place,
      required ? "yes" : "no",
      description,
    ]),
  );
}

function kindLinks(): Html {
  return html`<p>Its parameters by kind: ${KIND_GUIDES.map(
    ({ kind, title }, i) => html`${i > 0 ? ", " : ""}<a href="/docs/kinds/${kind}">${title}</a>`,
  )}.</p>`;
}

function schemaOf(content: NonNullable<Operation["requestBody"]>["content"]): string {
  return JSON.stringify(content["application/json"]?.schema ?? {}, null, 2);
}

const JSON_BODIES: Readonly<Record<string, object>> = {
  "/createTask": {
    clientKey: EXAMPLE_KEY,
    task: { type: "TextCaptchaTask", comment: "What is two and three?" },
  },
  "/getBalance": { clientKey: EXAMPLE_KEY },
};

function tryForm(path: string, method: string): Html {
  const fields = path === "/in.php" ? inFields() : path === "/res.php" ? resFields() : jsonField(path);
  const encoding = path === "/in.php" ? "multipart" : path === "/res.php" ? "query" : "json";
  return html`<form class="try" data-path="${path}" data-method="${method.toUpperCase()}" data-encoding="${encoding}">
${fields}
<button type="submit">Try ${path}</button>
<output aria-label="Answer of ${path}"></output>
</form>`;
}

function inFields(): Html {
  return html`${input("key", EXAMPLE_KEY)}${input("textcaptcha", "What is two and three?")}
<label>file <input type="file" name="file"></label>${input("json", "1")}`;
}

function resFields(): Html {
  return html`${input("key", EXAMPLE_KEY)}${input("action", "getbalance")}${input("id", "")}${input("wait", "")}${input("json", "1")}`;
}

function input(name: string, value: string): Html {
  return html`<label>${name} <input name="${name}" value="${value}" autocomplete="off" spellcheck="false"></label>`;
}

function jsonField(path: string): Html {
  const body = JSON_BODIES[path] ?? { clientKey: EXAMPLE_KEY, taskId: Number(EXAMPLE_ID) };
  return html`<label>Body of ${path} <textarea name="body" spellcheck="false">${JSON.stringify(body, null, 2)}</textarea></label>`;
}
