import { OTHER_CODES } from "./task-life-codes";

/**
 * The causes of an account's moves with ids from $2 up to but without $3, the newest first: its tasks as a customer and
 * as a worker, also as one of several, by their indexes, and whatever else has moved its money, by those of transfer. $1 is the account. Each
 * branch is bounded by `limit`.
 */
export function accountCauses(limit: string): string {
  const branch = (select: string, id: string): string => `(${select} order by ${id} desc ${limit})`;
  const within = (id: string): string => `${id} >= $2::bigint and ${id} < $3::bigint`;
  return [
    branch(`select id from task where account_id = $1::int and ${within("id")}`, "id"),
    branch(
      `select id from task where worker_id = $1::int and worker_id is not null and ${within("id")}`,
      "id",
    ),
    branch(
      `select task_id as id from task_answer where worker_id = $1::int and ${within("task_id")}`,
      "task_id",
    ),
    branch(`select id from open_task where account_id = $1::int and ${within("id")}`, "id"),
    branch(
      `select cause_id as id from transfer where debit_id = $1::int and ${OTHER_CODES} and ${within("cause_id")}`,
      "cause_id",
    ),
    branch(
      `select cause_id as id from transfer where credit_id = $1::int and ${OTHER_CODES} and ${within("cause_id")}`,
      "cause_id",
    ),
  ].join("\n    union\n    ");
}
