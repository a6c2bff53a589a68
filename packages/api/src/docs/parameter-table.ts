import { z } from "zod";
import { type Html, table } from "./html";

interface Described {
  description?: string;
  default?: string | number;
  enum?: readonly string[];
  const?: string;
  type?: string;
  minimum?: number;
  maximum?: number;
}

/** A schema's properties as a table: name, what may stand there, whether it is needed, what it does. */
export function parameterTable(caption: string, schema: z.ZodObject): Html {
  const { properties = {}, required = [] } = toJsonSchema(schema);
  return table(
    caption,
    ["Parameter", "Value", "Needed", "What it does"],
    Object.entries(properties).map(([name, property]) => {
      const described = property as Described;
      return [
        name,
        describeValue(described),
        required.includes(name) ? "yes" : describeNeed(described),
        described.description ?? "",
      ];
    }),
  );
}

/** As OpenAPI 3.1 takes it. A default given here only describes what the server does without the parameter. */
export function toJsonSchema(schema: z.ZodType): {
  properties?: Record<string, unknown>;
  required?: string[];
} & Record<string, unknown> {
  const { $schema: _, additionalProperties: __, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function describeValue({ enum: choices, const: only, type, minimum, maximum }: Described): string {
  if (only !== undefined) return only;
  if (choices !== undefined) return choices.join(", ");
  const words = type === "string" ? "text" : type === "integer" ? "whole number" : "number";
  if (minimum === undefined && maximum === undefined) return words;
  return `${words}, ${minimum ?? 0} to ${maximum ?? "any"}`;
}

function describeNeed({ default: value }: Described): string {
  return value === undefined ? "no" : `no; ${value} when absent`;
}
