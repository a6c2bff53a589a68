import { parseDigits } from "../legacy/parse-task-id";
import type { JsonFields } from "./json-fields";
import { JsonRefusal } from "./json-refusal";

/** `taskId`, which clients send as a number or as its digits. Throws when it is neither. */
export function readTaskId(fields: JsonFields): number {
  const taskId = parseDigits(fields.given("taskId") ?? "");
  if (taskId === null) throw new JsonRefusal("ERROR_WRONG_ID_FORMAT");
  return taskId;
}
