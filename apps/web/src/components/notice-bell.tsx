import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { TextLink } from "@sightline/ui/text-link";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../lib/query-client";
import { trpc } from "../lib/trpc";
import { LoadError } from "./load-error";

const REFETCH_MS = 60_000;
const noticesQuery = trpc.notices.list.queryOptions(undefined, { refetchInterval: REFETCH_MS });

/** What the account was told of; opening the list marks it as seen once it is closed again. */
export function NoticeBell() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { data, error, refetch } = useQuery(noticesQuery);
  const markRead = useMutation(
    trpc.notices.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
    }),
  );
  const unread = data?.unread ?? 0;
  const close = () => {
    setIsOpen(false);
    const newest = data?.notices[0];
    if (newest && unread > 0) markRead.mutate({ upToId: newest.id });
  };

  return (
    <>
      <Button
        tone="quiet"
        size="icon"
        className="relative"
        aria-label={unread > 0 ? t("notices.unread", { count: unread }) : t("notices.title")}
        onPress={() => setIsOpen(true)}
      >
        <Bell aria-hidden className="size-4" />
        {unread > 0 && <span aria-hidden className="absolute top-1 right-1 size-2 rounded-full bg-accent" />}
      </Button>
      <SidePanel title={t("notices.title")} isOpen={isOpen} onClose={close}>
        {data === undefined && error && (
          <LoadError title={t("notices.failed")} error={error} onRetry={refetch} />
        )}
        {data?.notices.length === 0 && (
          <EmptyState title={t("notices.empty")}>{t("notices.emptyBody")}</EmptyState>
        )}
        {data && data.notices.length > 0 && (
          <ul className="flex flex-col gap-6">
            {data.notices.map((notice) => (
              <li key={notice.id} className="flex flex-col gap-1">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{notice.subject}</span>
                  {!notice.read && <Badge tone="active">{t("notices.new")}</Badge>}
                </span>
                <p className="max-w-text text-text-quiet">{notice.text}</p>
                <span className="flex gap-3 text-13 text-text-quiet">
                  <RelativeTime timeMs={notice.givenAtMs} />
                  <TextLink href={notice.href} onPress={close}>
                    {t("notices.open")}
                  </TextLink>
                </span>
              </li>
            ))}
          </ul>
        )}
      </SidePanel>
    </>
  );
}
