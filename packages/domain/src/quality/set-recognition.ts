import type { RecognitionRule } from "@sightline/contract/recognition";
import { TASK_KINDS, type TaskKind } from "@sightline/contract/task-kinds";
import { recognitionSetting } from "@sightline/db/schema/recognition-setting";
import { and, eq } from "drizzle-orm";
import type { DomainContext } from "../context";

/** Sets when the answers of an account's tasks of a kind are enough; null: one answer. Tasks that are open keep theirs. */
export async function setRecognition(
  ctx: Pick<DomainContext, "db" | "clock" | "apiKeys" | "hints">,
  { accountId, kind, rule }: { accountId: number; kind: TaskKind; rule: RecognitionRule | null },
): Promise<void> {
  const { number } = TASK_KINDS[kind];
  if (rule === null) {
    await ctx.db
      .delete(recognitionSetting)
      .where(and(eq(recognitionSetting.accountId, accountId), eq(recognitionSetting.kind, number)));
  } else {
    const values = {
      answersMin: rule.answersMin,
      answersMax: rule.answersMax,
      matchesMin: rule.mode === "matches" ? rule.matchesMin : null,
      confidenceMin: rule.mode === "confidence" ? rule.confidenceMin : null,
      changedAt: new Date(ctx.clock.nowMs()),
    };
    await ctx.db
      .insert(recognitionSetting)
      .values({ accountId, kind: number, ...values })
      .onConflictDoUpdate({ target: [recognitionSetting.accountId, recognitionSetting.kind], set: values });
  }
  // Settings travel with what is remembered of the account's keys.
  ctx.apiKeys.forget(accountId);
  ctx.hints.changed(`account:${accountId}`);
}
