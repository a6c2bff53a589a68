import { Check, Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CommandKeys } from "./command-keys";
import { useNoticeText } from "./use-notice-text";
import { WorkButton } from "./work-button";
import type { Notice } from "./work-session";

export interface NoticeLineProps {
  id: string;
  notice: Notice | null;
  canTakeBack: boolean;
  keys: CommandKeys;
  onTakeBack: () => void;
}

const QUIET: readonly Notice["kind"][] = ["gone", "taking_back", "taken_back", "stands"];

/** One line under the field for what just happened. Its room is kept; it never takes focus. */
export function NoticeLine({ id, notice, canTakeBack, keys, onTakeBack }: NoticeLineProps) {
  const { t } = useTranslation("work");
  const text = useNoticeText(notice, keys);
  const tone = notice?.kind === "sent" ? "good" : notice && QUIET.includes(notice.kind) ? "quiet" : "wait";
  const Icon = { good: Check, quiet: Info, wait: TriangleAlert }[tone];
  const look = { good: "text-good", quiet: "text-text", wait: "text-wait" }[tone];
  return (
    <div className="flex h-11 w-full items-center gap-3">
      <p id={id} aria-live="polite" className="flex min-w-0 items-center gap-2 text-14 leading-5">
        {text !== null && <Icon aria-hidden className={`size-4 shrink-0 ${look}`} />}
        <span className="line-clamp-2 min-w-0 break-words">{text}</span>
      </p>
      {canTakeBack && (
        <WorkButton
          name={t("acts.takeBack")}
          chord={keys.take_back}
          size="small"
          className="ms-auto"
          onPress={onTakeBack}
        />
      )}
    </div>
  );
}
