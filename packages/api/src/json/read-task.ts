import { isJsonObject } from "../wire/parse-json-object";
import type { WireInput } from "../wire/wire-input";
import { JsonFields } from "./json-fields";
import { JsonRefusal } from "./json-refusal";
import { findTaskType, RECTANGLES, TASK_TYPES, type TaskType } from "./task-types";

export interface TaskReading {
  type: TaskType;
  /** The task in the classic protocol's words: both protocols have one reader from there on. */
  input: WireInput;
}

const TYPE_SHOWN_CHARACTERS = 40;

/** The `task` of a request. What belongs to another type is ignored. Throws a JsonRefusal. */
export function readTask(request: JsonFields): TaskReading {
  const values = request.object("task");
  if (values === null) throw new JsonRefusal("ERROR_TASK_ABSENT");
  const task = new JsonFields(values);
  const type = readType(task);
  const fields = Object.assign(Object.create(null), type.sets) as Record<string, string>;
  for (const [property, parameter] of Object.entries(type.properties)) {
    const value = task.scalar(property);
    if (value !== undefined && fields[parameter] === undefined) fields[parameter] = value;
  }
  const lang = type.kind === "audio" ? undefined : readLanguage(task, request);
  if (lang !== undefined) fields.lang = lang;
  const minConfidence = task.given("minConfidence") ?? request.given("minConfidence");
  if (minConfidence !== undefined) fields.min_confidence = minConfidence;
  if (type.proxy === "needed" || (type.proxy === "taken" && task.given("proxyAddress") !== undefined))
    addProxy(task, fields);
  addOneTimeValues(type, task, fields);
  return { type, input: { fields, files: Object.create(null) as Record<string, Buffer> } };
}

/**
 * Names parameters in words for a person as this type calls them; the first of two names is the usual one. A part of
 * an address is no such name.
 */
export function inTaskWords({ properties }: TaskType, errorText: string): string {
  const names = new Map([["min_confidence", "minConfidence"]]);
  for (const [property, parameter] of Object.entries(properties))
    if (!names.has(parameter)) names.set(parameter, property);
  return errorText.replace(/(?<![\w.-])[\w-]+(?!\.?[\w-])/g, (word) => names.get(word) ?? word);
}

function readType(task: JsonFields): TaskType {
  const name = task.given("type");
  const type = name === undefined ? null : findTaskType(name);
  if (type === null) {
    const said =
      name === undefined
        ? "task.type is missing."
        : `"${name.slice(0, TYPE_SHOWN_CHARACTERS)}" is not offered.`;
    throw new JsonRefusal(
      "ERROR_TASK_NOT_SUPPORTED",
      `${said} There are: ${Object.keys(TASK_TYPES).join(", ")}.`,
    );
  }
  if (!type.coordinateLists) return type;
  const mode = task.given("mode") ?? "points";
  if (mode === "points") return type;
  if (mode === "rectangles") return RECTANGLES;
  throw new JsonRefusal("ERROR_BAD_PARAMETERS", "mode must be points or rectangles.");
}

/** `languagePool` stands in the task or beside it; `rn` is the protocol's word for Russian. */
function readLanguage(task: JsonFields, request: JsonFields): string | undefined {
  const pool = task.given("languagePool") ?? request.given("languagePool");
  return pool?.toLowerCase() === "rn" ? "ru" : pool;
}

/** In the one line that the classic protocol has for it; what is missing makes a line that is malformed. */
function addProxy(task: JsonFields, fields: Record<string, string>): void {
  const [host = "", port = "", login, password] = [
    task.given("proxyAddress"),
    task.given("proxyPort"),
    task.given("proxyLogin"),
    task.given("proxyPassword"),
  ];
  const sender =
    login === undefined ? "" : `${encodeURIComponent(login)}:${encodeURIComponent(password ?? "")}@`;
  fields.proxy = `${sender}${host.includes(":") ? `[${host}]` : host}:${port}`;
  // A type that is missing is no type: none is assumed here.
  fields.proxytype = task.given("proxyType") ?? "missing";
}

/** Values that a widget takes once, which come inside an object, or inside the JSON of one. */
function addOneTimeValues({ kind }: TaskType, task: JsonFields, fields: Record<string, string>): void {
  if (kind === "funcaptcha") {
    for (const [name, value] of Object.entries(readObject(task, "data"))) {
      const text = new JsonFields({ [name]: value }).scalar(name);
      if (text !== undefined) fields[`data[${name}]`] = text;
    }
  }
  if (kind === "recaptcha_v2") fields["data-s"] ??= oneOf(readObject(task, "enterprisePayload"), "s");
  if (kind === "hcaptcha") fields.data ??= oneOf(readObject(task, "enterprisePayload"), "rqdata");
}

function oneOf(payload: Record<string, unknown>, name: string): string {
  return new JsonFields(payload).scalar(name) ?? "";
}

function readObject(task: JsonFields, name: string): Record<string, unknown> {
  const object = task.object(name);
  if (object !== null) return object;
  const text = task.given(name);
  if (text === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new JsonRefusal("ERROR_BAD_PARAMETERS", `${name} must be an object, or the JSON of one.`);
}
