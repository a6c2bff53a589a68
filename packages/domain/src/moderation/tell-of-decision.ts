import { REASON_CODES, type Verdict } from "@sightline/contract/moderation";
import { formatUsd } from "@sightline/contract/money";
import type { Database } from "@sightline/db/database";
import type { DomainContext } from "../context";
import { queueMail } from "../mail/queue-mail";
import { giveNotice } from "../notices/give-notice";
import type { DecidedCase, DecisionEffect } from "./decided-case";

const OUTCOMES: Record<Verdict, string> = {
  accept: "accepted",
  refuse: "refused",
  ambiguous: "ambiguous",
  unsolvable: "unsolvable",
  escalate: "passed on",
};
const WHAT: Partial<Record<DecidedCase["kind"], string>> = {
  appeal: "Your appeal",
  support: "Your request",
};

/** Both sides hear the same words: the reason's text and the moderator's note. Who has no account is written to. */
export async function tellOfDecision(
  ctx: DomainContext,
  db: Database,
  { kind, taskId, accountId, workerId, about, verdict, reasonCode, note }: DecidedCase,
  { refundedMicros, takenBackMicros }: DecisionEffect,
): Promise<void> {
  const words = {
    outcome: OUTCOMES[verdict],
    reason: REASON_CODES[reasonCode],
    note: note === null ? "" : `${note} `,
  };
  const what = WHAT[kind];
  if (kind === "bad_report") {
    const task = String(taskId);
    if (accountId !== null) {
      const params = { ...words, task, refunded: formatUsd(refundedMicros) };
      await giveNotice(ctx, { accountId, notice: "report_decided", params }, db);
    }
    if (workerId !== null) {
      const params = { ...words, task, takenBack: formatUsd(takenBackMicros) };
      await giveNotice(ctx, { accountId: workerId, notice: "reported_answer_decided", params }, db);
    }
  } else if (what !== undefined && accountId !== null) {
    await giveNotice(ctx, { accountId, notice: "case_decided", params: { ...words, what } }, db);
  } else if (kind === "support" && typeof about.email === "string") {
    const text = [note ?? words.reason, "You had written:", String(about.message)].join("\n\n");
    await queueMail(ctx, { to: about.email, subject: "About your message to us", text }, db);
  }
}
