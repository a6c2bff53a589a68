import { formatUsd } from "@sightline/contract/money";
import type { BulkRefundFilter, BulkRefundPreview } from "@sightline/contract/refunds";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { GiveDialog } from "./give-dialog";
import { previewQuery } from "./queries";

type Row = BulkRefundPreview["tasks"][number];
const taskId = (row: Row) => row.taskId;

/** The dry run of a set: what it moves, its tasks, and the button that says so. */
export function RefundSet({ filter }: { filter: BulkRefundFilter }) {
  const { t } = useTranslation(["refunds", "staff"]);
  const { data, error, refetch } = useQuery(previewQuery(filter));
  const [giving, setGiving] = useState(false);
  const columns = useMemo(() => columnsOf(t), [t]);
  if (data === undefined) {
    if (error) return <LoadError title={t("lookFailed")} error={error} onRetry={refetch} />;
    return <LoadingBlock lines={4} />;
  }
  const tasks = t("tasks", { count: data.tasks.length });
  return (
    <>
      <FigureRow
        figures={[
          {
            label: t("micros"),
            value: <Money micros={data.micros} />,
            note: data.more ? t("moreParts", { tasks }) : tasks,
          },
          { label: t("openReports"), value: data.openReports, note: t("openReportsNote") },
          {
            label: t("refunded"),
            value: <Money micros={data.refunded24hMicros} />,
            note: t("left", { amount: formatUsd(data.leftTodayMicros) }),
          },
        ]}
      />
      <Table
        id="refund-set"
        label={t("set")}
        density="dense"
        columns={columns}
        rows={data.tasks}
        rowId={taskId}
        empty={<EmptyState title={t("setEmpty")} />}
      />
      {data.micros > 0 && (
        <Button tone="danger" className="self-start" onPress={() => setGiving(true)}>
          {t("send", { amount: formatUsd(data.micros), tasks })}
        </Button>
      )}
      {giving && <GiveDialog accountId={filter.accountId} preview={data} onClose={() => setGiving(false)} />}
    </>
  );
}

function columnsOf(t: TFunction<["refunds", "staff"]>): TableColumn<Row>[] {
  return [
    {
      id: "task",
      header: t("task"),
      cell: (row) => <span className="font-mono text-13">{row.taskId}</span>,
      csv: (row) => row.taskId,
    },
    {
      id: "kind",
      header: t("kind"),
      from: "sm",
      cell: (row) => t(`staff:queue.kinds.${row.kind}`),
      csv: (row) => row.kind,
    },
    {
      id: "worker",
      header: t("worker"),
      from: "md",
      cell: (row) => row.workerEmail,
      csv: (row) => row.workerEmail,
    },
    {
      id: "charged",
      header: t("charged"),
      align: "end",
      cell: (row) => <Money micros={row.chargedMicros} className="text-13" />,
      csv: (row) => formatUsd(row.chargedMicros),
    },
    {
      id: "accepted",
      header: t("accepted"),
      align: "end",
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.acceptedAtMs} />,
      csv: (row) => new Date(row.acceptedAtMs).toISOString(),
    },
  ];
}
