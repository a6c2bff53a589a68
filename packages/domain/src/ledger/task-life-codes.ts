import { POSTINGS } from "./postings";

/**
 * Moves between a task's acceptance and its end, but for the pay of who reports content, which is rare and may go to
 * somebody whose task it is not in the end. They are found through the tasks of a customer or a worker; all others
 * by transfer_debit_idx and transfer_credit_idx, whose predicate is OTHER_CODES, word for word.
 */
export const TASK_LIFE_CODES = [
  POSTINGS.hold.code,
  POSTINGS.capture_share.code,
  POSTINGS.capture_fee.code,
  POSTINGS.release.code,
  POSTINGS.release_rest.code,
  POSTINGS.package_pay.code,
] as const;

export const OTHER_CODES = `code not in (${TASK_LIFE_CODES.join(", ")})`;
