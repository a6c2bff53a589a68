import { Button } from "@sightline/ui/button";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../lib/query-client";
import { trpc } from "../lib/trpc";

/** Read by few, so it is no part of a page's first load. */
const NoticePanel = lazy(async () => ({ default: (await import("./notice-panel")).NoticePanel }));

const REFETCH_MS = 60_000;
const noticesQuery = trpc.notices.list.queryOptions(undefined, { refetchInterval: REFETCH_MS });

/** What the account was told of; opening the list marks it as seen once it is closed again. */
export function NoticeBell() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
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
        onPress={open}
      >
        <Bell aria-hidden className="size-4" />
        {unread > 0 && <span aria-hidden className="absolute top-1 end-1 size-2 rounded-full bg-accent" />}
      </Button>
      <Suspense>
        {wasOpened && (
          <NoticePanel
            isOpen={isOpen}
            onClose={close}
            page={data}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
      </Suspense>
    </>
  );
}
