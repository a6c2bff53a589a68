import type { NoticesReply } from "@sightline/contract/notices";
import { Badge } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { LoadError } from "./load-error";

export interface NoticePanelProps {
  isOpen: boolean;
  onClose: () => void;
  page: NoticesReply | undefined;
  error: unknown;
  onRetry: () => void;
}

/** What the account was told of, newest first. */
export function NoticePanel({ isOpen, onClose, page, error, onRetry }: NoticePanelProps) {
  const { t } = useTranslation();
  return (
    <SidePanel title={t("notices.title")} isOpen={isOpen} onClose={onClose}>
      {page === undefined && error !== null && (
        <LoadError title={t("notices.failed")} error={error} onRetry={onRetry} />
      )}
      {page?.notices.length === 0 && (
        <EmptyState title={t("notices.empty")}>{t("notices.emptyBody")}</EmptyState>
      )}
      {page && page.notices.length > 0 && (
        <ul className="flex flex-col gap-6">
          {page.notices.map((notice) => (
            <li key={notice.id} className="flex flex-col gap-1">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{notice.subject}</span>
                {!notice.read && <Badge tone="active">{t("notices.new")}</Badge>}
              </span>
              <p className="max-w-text text-text-quiet">{notice.text}</p>
              <span className="flex gap-3 text-13 text-text-quiet">
                <RelativeTime timeMs={notice.givenAtMs} />
                <TextLink href={notice.href} onPress={onClose}>
                  {t("notices.open")}
                </TextLink>
              </span>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
