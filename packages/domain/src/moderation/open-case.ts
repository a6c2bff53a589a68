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
  asked: NewCase,
  db: Pick<Database, "insert"> = ctx.db,
): Promise<number | null> {
  return (await openCases(ctx, [asked], db))[0] ?? null;
}

/** Several at once, in one statement; returns the numbers of those that were not open already. */
export async function openCases(
  ctx: Pick<DomainContext, "clock">,
  asked: readonly NewCase[],
  db: Pick<Database, "insert">,
): Promise<number[]> {
  if (asked.length === 0) return [];
  const nowMs = ctx.clock.nowMs();
  const opened = await db
    .insert(moderationCase)
    .values(
      asked.map(({ kind, subject, taskId, accountId, workerId, about = {} }) => ({
        kind,
        subject,
        taskId: taskId ?? null,
        accountId: accountId ?? null,
        workerId: workerId ?? null,
        about,
        openedAt: new Date(nowMs),
        deadlineAt: new Date(nowMs + CASE_KINDS[kind].decideWithinMs),
        readersWanted: wantedReaders(subject, CASE_KINDS[kind].readsTwice),
      })),
    )
    .onConflictDoNothing({
      target: [moderationCase.kind, moderationCase.subject],
      where: sql`state <> 2`,
    })
    .returning({ id: moderationCase.id });
  return opened.map(({ id }) => id);
}

/** By the subject, so that nobody can choose which cases are read twice, and nothing is rolled that a test must fake. */
export function wantedReaders(subject: string, readsTwicePercent: number): 1 | 2 {
  let sum = 7;
  for (const symbol of subject) sum = (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 9_973;
  return sum % 100 < readsTwicePercent ? 2 : 1;
}
