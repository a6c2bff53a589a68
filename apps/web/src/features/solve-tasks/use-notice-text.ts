import type { WithdrawReason } from "@sightline/contract/work";
import { useTranslation } from "react-i18next";
import { type CommandKeys, chordText } from "./command-keys";
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
      return t("notice.sent", { text: notice.text });
    case "breach":
      return t(`notice.${notice.breach}`);
    case "unsendable":
      return t("notice.unsendable");
    case "gone":
      return t(GONE[notice.reason][notice.text === "" ? 0 : 1], { text: notice.text });
    case "too_late":
      return t("notice.tooLate", { text: notice.text });
    case "refused":
      return notice.outcome in BREACHES
        ? t(BREACHES[notice.outcome as keyof typeof BREACHES])
        : t("notice.refused");
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
      return t("notice.stands", { text: notice.text });
    case "outbox_full":
      return t("notice.outboxFull");
  }
}

const BREACHES = {
  too_short: "notice.too_short",
  too_long: "notice.too_long",
  not_numeric: "notice.not_numeric",
  not_letters: "notice.not_letters",
  not_alphanumeric: "notice.not_alphanumeric",
  not_mixed: "notice.not_mixed",
} as const;
