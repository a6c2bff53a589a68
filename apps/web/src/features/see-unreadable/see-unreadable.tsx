import type { UnreadableImageRow } from "@sightline/contract/images";
import { Badge } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { live } from "../../lib/live";
import { trpc } from "../../lib/trpc";

const taskId = (row: UnreadableImageRow) => row.taskId;

/** What nobody could read, with the picture for as long as it is kept, and what is refused now. */
export function SeeUnreadable({
  before,
  onPage,
}: {
  before: number | undefined;
  onPage: (before: number | undefined) => void;
}) {
  const { t } = useTranslation("images");
  const { data, error, refetch } = useQuery(
    trpc.images.unreadable.queryOptions(before === undefined ? {} : { before }, live),
  );
  const columns = useMemo(() => columnsOf(t), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <>
      {data?.refusesAll && <Notice tone="wait">{t("customer.refusesAll")}</Notice>}
      <Table
        id="unreadable-images"
        label={t("customer.label")}
        columns={columns}
        rows={data?.rows}
        rowId={taskId}
        error={
          data === undefined &&
          error && <LoadError title={t("customer.failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("customer.empty")}>{t("customer.emptyBody")}</EmptyState>}
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: before === undefined ? null : () => onPage(undefined),
        }}
      />
    </>
  );
}

function columnsOf(t: TFunction<"images">): TableColumn<UnreadableImageRow>[] {
  return [
    {
      id: "picture",
      header: t("customer.picture"),
      cell: (row) =>
        row.imageUrl === null ? (
          <span className="text-text-quiet">{t("customer.gone")}</span>
        ) : (
          <img
            src={row.imageUrl}
            alt={t("customer.pictureOf", { id: row.taskId })}
            loading="lazy"
            className="h-10 max-w-28 rounded-6 object-contain"
          />
        ),
    },
    {
      id: "state",
      header: t("customer.state"),
      cell: ({ blocked }) => (
        <Badge tone={blocked ? "bad" : "neutral"}>{t(blocked ? "customer.refused" : "customer.taken")}</Badge>
      ),
      csv: ({ blocked }) => (blocked ? "refused" : "taken"),
    },
    {
      id: "task",
      header: t("customer.task"),
      from: "sm",
      cell: (row) => <span className="font-mono text-13">{row.taskId}</span>,
      csv: (row) => row.taskId,
    },
    {
      id: "reason",
      header: t("customer.reason"),
      from: "md",
      cell: ({ blocked }) => (
        <span className="block max-w-96 text-13 whitespace-normal">
          {blocked?.reason ?? t("customer.notBlocked")}
        </span>
      ),
      csv: ({ blocked }) => blocked?.reason ?? null,
    },
    {
      id: "ended",
      header: t("customer.ended"),
      align: "end",
      from: "sm",
      cell: (row) => <RelativeTime timeMs={row.endedAtMs} />,
      csv: (row) => new Date(row.endedAtMs).toISOString(),
    },
  ];
}
