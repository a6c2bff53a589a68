import {
  RECOGNITION_KINDS,
  type RecognitionRow,
  type RecognitionRule,
} from "@sightline/contract/recognition";
import { TASK_KINDS } from "@sightline/contract/task-kinds";
import type { DomainContext } from "../context";
import { RULE_JSON } from "./recognition-rule-sql";

/** When the answers of an account's tasks are enough, for each kind that several people can recognise. */
export async function listRecognition(
  ctx: Pick<DomainContext, "pool">,
  accountId: number,
): Promise<RecognitionRow[]> {
  const { rows } = await ctx.pool.query<{ kind: number; rule: RecognitionRule }>(
    `select r.kind, ${RULE_JSON} as rule from recognition_setting r where r.account_id = $1`,
    [accountId],
  );
  const rules = new Map(rows.map(({ kind, rule }) => [kind, rule]));
  return RECOGNITION_KINDS.map((kind) => ({ kind, rule: rules.get(TASK_KINDS[kind].number) ?? null }));
}
