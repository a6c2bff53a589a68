import { given, type WireInput } from "../wire/wire-input";

/** Ids have at most sixteen digits; a longer one is only not there. */
const MAX_ID_DIGITS = 16;
/** No task has this id. */
export const NO_TASK_ID = 0;

/** The `id` of a request; null when it is missing or holds anything but digits. */
export function parseTaskId(input: Pick<WireInput, "fields">): number | null {
  const id = given(input, "id");
  return id === undefined ? null : parseDigits(id);
}

/** Null for what is not digits only; an id that is too long to be one stands for no task. */
export function parseDigits(text: string): number | null {
  if (!/^\d+$/.test(text)) return null;
  const id = text.length > MAX_ID_DIGITS ? NO_TASK_ID : Number(text);
  return Number.isSafeInteger(id) ? id : NO_TASK_ID;
}
