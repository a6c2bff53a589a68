import type { ActOutcome, WithdrawReason } from "@sightline/contract/work";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type CommandKeys, chordText } from "./command-keys";
import { describeSolution } from "./sketch/describe-solution";
import { isolated } from "./text-direction";
import type { Notice } from "./work-session";

const GONE = {
  lease_ended: ["notice.goneLease", "notice.goneLeaseText"],
  task_ended: ["notice.goneEnded", "notice.goneEndedText"],
  given_to_another: ["notice.goneAnother", "notice.goneAnotherText"],
  given_back: ["notice.goneBack", "notice.goneBackText"],
} as const satisfies Record<WithdrawReason, readonly [string, string]>;

/** A notice in words; null when there is none. */
export function useNoticeText(notice: Notice | null, keys: CommandKeys): string | null {
  const { t } = useTranslation("work");
  if (notice === null) return null;
  switch (notice.kind) {
    case "sent":
      return t("notice.sent", { text: isolated(notice.text) });
    case "sent_marks":
      return t("notice.sentMarks", { marks: describeSolution(notice.solution, t) });
    case "breach":
    case "refused":
      return breachText(notice.kind === "breach" ? notice.breach : notice.outcome, t);
    case "unsendable":
      return t("notice.unsendable");
    case "gone":
      return t(GONE[notice.reason][notice.text === "" ? 0 : 1], { text: isolated(notice.text) });
    case "too_late":
      return t(notice.text === "" ? "notice.tooLateMarks" : "notice.tooLate", {
        text: isolated(notice.text),
      });
    case "picture_changed":
      return t("notice.pictureChanged");
    case "old_text":
      return t("notice.oldText");
    case "confirm_report":
      return t("notice.confirmReport", { keys: chordText(keys.report_content) });
    case "taking_back":
      return t("notice.takingBack");
    case "taken_back":
      return t("notice.takenBack");
    case "stands":
      return t(notice.text === "" ? "notice.standsMarks" : "notice.stands", { text: isolated(notice.text) });
    case "outbox_full":
      return t("notice.outboxFull");
  }
}

function breachText(breach: ActOutcome | "open_area" | "open_box", t: TFunction<"work">): string {
  switch (breach) {
    case "done":
    case "lease_ended":
    case "not_yours":
    case "empty":
      return t("notice.refused");
    default:
      return t(`notice.${breach}`);
  }
}
