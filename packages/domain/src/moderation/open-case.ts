import { CASE_KINDS, type CaseKind } from "@sightline/contract/moderation";
import type { Database } from "@sightline/db/database";
import { moderationCase } from "@sightline/db/schema/moderation-case";
import { sql } from "drizzle-orm";
import type { DomainContext } from "../context";

export interface NewCase {
  kind: CaseKind;
  /** What it is about, such as `site:17`; the same subject is not opened twice in one kind. */
  subject: string;
  taskId?: number | undefined;
  /** Whom it concerns, and who is told of the decision. */
  accountId?: number | undefined;
  workerId?: number | undefined;
  /** What the moderator needs to know beside that, as plain JSON. */
  about?: Record<string, unknown> | undefined;
}

/** Asks staff for a decision, within the transaction of `db`. Returns the case's number, null when it is open already. */
export async function openCase(
  ctx: Pick<DomainContext, "db" | "clock">,
  { kind, subject, taskId, accountId, workerId, about = {} }: NewCase,
  db: Pick<Database, "insert"> = ctx.db,
): Promise<number | null> {
  const nowMs = ctx.clock.nowMs();
  const { decideWithinMs, readsTwice } = CASE_KINDS[kind];
  const [opened] = await db
    .insert(moderationCase)
    .values({
      kind,
      subject,
      taskId: taskId ?? null,
      accountId: accountId ?? null,
      workerId: workerId ?? null,
      about,
      openedAt: new Date(nowMs),
      deadlineAt: new Date(nowMs + decideWithinMs),
      readersWanted: wantedReaders(subject, readsTwice),
    })
    .onConflictDoNothing({
      target: [moderationCase.kind, moderationCase.subject],
      where: sql`state <> 2`,
    })
    .returning({ id: moderationCase.id });
  return opened?.id ?? null;
}

/** By the subject, so that nobody can choose which cases are read twice, and nothing is rolled that a test must fake. */
export function wantedReaders(subject: string, readsTwicePercent: number): 1 | 2 {
  let sum = 7;
  for (const symbol of subject) sum = (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 9_973;
  return sum % 100 < readsTwicePercent ? 2 : 1;
}
