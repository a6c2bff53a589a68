import type { IncomingMessage } from "node:http";

const TEXT_MAX = 400;
const ANSWER_MAX = 2_000;
const DEPTH_MAX = 4;
const NAMES_MAX = 60;
const LIST_MAX = 20;

/** What holds a picture or a sound as text: as long as a file, and shown by its task. */
const FILE_TEXTS = new Set(["body", "file", "image", "imginstructions", "comment", "imgInstructions"]);
const HEADERS = ["content-type", "user-agent", "idempotency-key"] as const;

/**
 * What was sent, as it is kept for its account to look at: keys by their first digits, passwords and cookies not at
 * all, files by their size, long texts cut. The copies are short: nothing of the request itself stays in memory.
 */
export function maskSent(values: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  const masked: Record<string, unknown> = {};
  let names = 0;
  for (const name in values) {
    if (++names > NAMES_MAX) break;
    masked[cut(name, 60)] = maskValue(name, values[name], depth);
  }
  return masked;
}

/** Of the files that came as such: their size. */
export function describeFiles(files: Readonly<Record<string, Buffer>>): Record<string, string> {
  const described: Record<string, string> = {};
  for (const name in files) described[cut(name, 60)] = `(file, ${files[name]?.length ?? 0} bytes)`;
  return described;
}

export function maskAnswer(text: string): string {
  return cut(text, ANSWER_MAX);
}

/** The headers that matter to what was answered. */
export function keptHeaders({ headers }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of HEADERS) {
    const value = headers[name];
    // A boundary says nothing to anybody, and is as long as the rest.
    if (typeof value === "string") kept[name] = cut(value.replace(/;\s*boundary=.*$/, ""), 200);
  }
  return kept;
}

function maskValue(name: string, value: unknown, depth: number): unknown {
  if (typeof value === "string") return maskText(name, value);
  if (Array.isArray(value)) return value.slice(0, LIST_MAX).map((each) => maskValue(name, each, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return depth >= DEPTH_MAX ? "(nested too deep)" : maskSent(value as Record<string, unknown>, depth + 1);
}

function maskText(name: string, value: string): string {
  if (name === "key" || name === "clientKey") return `${value.slice(0, 6)}…`;
  if (name === "cookies" || /password/i.test(name)) return "(hidden)";
  if (name === "proxy") return cut(value.replace(/^.*@/, "(hidden)@"), TEXT_MAX);
  if (FILE_TEXTS.has(name) && value.length > 100) return `(file as text, ${value.length} characters)`;
  return cut(value, TEXT_MAX);
}

/** A short text as it is; of a long one its beginning, as a copy that does not keep the whole alive. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${Buffer.from(text.slice(0, max)).toString()}…`;
}
