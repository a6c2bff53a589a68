import { z } from "zod";
import type { KindGuide } from "../kinds/kind-guide";
import { KIND_GUIDES } from "../kinds/kind-guides";
import { COMMON_PARAMETERS } from "../kinds/parameters";
import { toJsonSchema } from "../parameter-table";
import { CLASSIC_ANSWER, RES_PARAMETERS } from "./classic-schemas";
import { CREATE_TASK, CREATED, ERROR_ANSWER, JSON_METHODS } from "./method-schemas";
import { TASK_SCHEMAS } from "./task-schemas";

type Schema = Record<string, unknown>;

interface Parameter {
  name: string;
  in: "query" | "header";
  required: boolean;
  description: string;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: readonly Parameter[];
  requestBody?: { required: boolean; content: Readonly<Record<string, { schema: Schema }>> };
  responses: Readonly<Record<string, Schema>>;
}

export interface OpenApiDocument {
  openapi: "3.1.0";
  info: Schema;
  servers: readonly { url: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Record<string, Schema> };
}

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A repeat with the same key makes one task.",
  schema: { type: "string", maxLength: 255 },
};

/** The OpenAPI 3.1 document of everything that a program may ask, made from the zod schemas. */
export function buildOpenApi(origin: string): OpenApiDocument {
  const schemas: Record<string, Schema> = { Error: toJsonSchema(ERROR_ANSWER) };
  for (const guide of KIND_GUIDES) schemas[`in_${guide.kind}`] = submissionSchema(guide);
  for (const [type, schema] of TASK_SCHEMAS) schemas[type] = toJsonSchema(schema);
  return {
    openapi: "3.1.0",
    info: {
      title: "Sightline",
      version: "1",
      description:
        "Recognition by people. Every answer has status 200; errors are codes (see /docs/errors). Two ways to the same tasks: the classic addresses and the JSON API.",
    },
    servers: [{ url: origin }],
    paths: { ...classicPaths(), ...jsonPaths() },
    components: { schemas },
  };
}

function classicPaths(): OpenApiDocument["paths"] {
  const responses = {
    "200": {
      description: "OK| and the result, or a code; JSON with json=1",
      content: {
        "text/plain": { schema: { type: "string" } },
        "application/json": { schema: toJsonSchema(CLASSIC_ANSWER) },
      },
    },
  };
  const schema = { anyOf: KIND_GUIDES.map(({ kind }) => reference(`in_${kind}`)) };
  const { properties = {}, required = [] } = toJsonSchema(RES_PARAMETERS);
  return {
    "/in.php": {
      post: {
        operationId: "submit",
        summary: "Send a task of any kind.",
        tags: ["Classic"],
        parameters: [IDEMPOTENCY_KEY],
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": { schema },
            "application/x-www-form-urlencoded": { schema },
            "application/json": { schema },
          },
        },
        responses,
      },
    },
    "/res.php": {
      get: {
        operationId: "result",
        summary: "Results, balance, reports, callback hosts.",
        tags: ["Classic"],
        parameters: Object.entries(properties).map(([name, property]): Parameter => {
          const { description, ...schemaOfIt } = property as Schema & { description: string };
          return { name, in: "query", required: required.includes(name), description, schema: schemaOfIt };
        }),
        responses,
      },
    },
  };
}

function jsonPaths(): OpenApiDocument["paths"] {
  const createTask = {
    ...toJsonSchema(z.object(CREATE_TASK)),
    required: ["clientKey", "task"],
  };
  Object.assign(createTask.properties ?? {}, {
    task: { oneOf: [...TASK_SCHEMAS.keys()].map(reference), discriminator: { propertyName: "type" } },
  });
  const create = jsonOperation("createTask", "Send a task of any kind.", createTask, toJsonSchema(CREATED));
  const others: [string, { post: Operation }][] = JSON_METHODS.map(({ name, says, request, answer }) => [
    `/${name}`,
    { post: jsonOperation(name, says, toJsonSchema(request), toJsonSchema(answer)) },
  ]);
  return {
    "/createTask": { post: { ...create, parameters: [IDEMPOTENCY_KEY] } },
    ...Object.fromEntries(others),
  };
}

function jsonOperation(name: string, summary: string, request: Schema, answer: Schema): Operation {
  return {
    operationId: name,
    summary,
    tags: ["JSON API"],
    requestBody: { required: true, content: { "application/json": { schema: request } } },
    responses: {
      "200": {
        description: "The answer, or an error with its number",
        content: { "application/json": { schema: { anyOf: [answer, reference("Error")] } } },
      },
    },
  };
}

/** A kind's own parameters and the shared ones, and its file part. */
function submissionSchema({ parameters, file, title }: KindGuide): Schema {
  const schema = toJsonSchema(COMMON_PARAMETERS.extend(parameters.shape));
  if (file === undefined) return { title, ...schema };
  const properties = {
    ...schema.properties,
    [file.field]: { type: "string", contentMediaType: "application/octet-stream", description: "The file." },
  };
  return { title, ...schema, properties };
}

function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
