import { TASK_KIND_NAMES } from "@sightline/contract/task-kinds";
import { expect, test } from "vitest";
import { buildOpenApi, type OpenApiDocument } from "./build-openapi";

const document = buildOpenApi("http://127.0.0.1:3000");

test("the document names its version, its server and every address", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://127.0.0.1:3000" }] });
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(["/in.php", "/res.php", "/createTask", "/getTaskResult", "/getBalance"]),
  );
});

test("every operation has an id of its own and describes its answers", () => {
  const operations = operationsOf(document);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { responses, parameters = [] } of operations) {
    expect(responses["200"]).toMatchObject({ description: expect.any(String), content: expect.any(Object) });
    for (const parameter of parameters) {
      expect(parameter).toMatchObject({
        name: expect.any(String),
        in: expect.stringMatching(/^(query|header)$/),
        schema: expect.any(Object),
      });
    }
  }
});

test("every reference leads to a schema, and every schema is used", () => {
  const references = new Set(
    [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name = ""]) => name,
    ),
  );
  expect([...references].sort(byName)).toEqual(Object.keys(document.components.schemas).sort(byName));
});

test("every kind can be sent, with the bounds that the server checks", () => {
  for (const kind of TASK_KIND_NAMES) expect(document.components.schemas).toHaveProperty(`in_${kind}`);
  expect(document.components.schemas.in_image).toMatchObject({
    properties: { min_len: { maximum: 20 }, key: { minLength: 32, maxLength: 32 } },
    required: ["key"],
  });
});

test("no schema leaves JSON Schema's words or says that a property is needed which it has not", () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const { properties = {}, required = [] } = schema as { properties?: object; required?: string[] };
    for (const needed of required) expect(properties, name).toHaveProperty([needed]);
  }
});

function operationsOf({ paths }: OpenApiDocument) {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}
