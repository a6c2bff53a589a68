import type { WorkerHourRow } from "@sightline/contract/earnings";
import { formatUsd } from "@sightline/contract/money";
import { Duration } from "@sightline/ui/duration";
import { EmptyState } from "@sightline/ui/empty-state";
import { Money } from "@sightline/ui/money";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function HourTable({ hours }: { hours: WorkerHourRow[] }) {
  const { t } = useTranslation("money");
  const columns = useMemo(() => hourColumns(t), [t]);
  return (
    <Table
      id="hours"
      label={t("earnings.hours")}
      columns={columns}
      rows={hours}
      rowId={(hour) => hour.fromMs}
      empty={<EmptyState title={t("earnings.noHours")}>{t("earnings.noHoursBody")}</EmptyState>}
    />
  );
}

const format = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

function hourColumns(t: TFunction<"money">): TableColumn<WorkerHourRow>[] {
  const amount = (micros: number | null) =>
    micros === null ? (
      <span className="text-text-quiet">{t("earnings.open")}</span>
    ) : (
      <Money micros={micros} />
    );
  return [
    {
      id: "hour",
      header: t("earnings.hour"),
      cell: ({ fromMs }) => <span className="tabular whitespace-nowrap">{format.format(fromMs)}</span>,
      csv: ({ fromMs }) => new Date(fromMs).toISOString(),
    },
    {
      id: "active",
      header: t("earnings.activeTime"),
      align: "end",
      cell: ({ activeMs }) => <Duration ms={activeMs} />,
      csv: ({ activeMs }) => activeMs,
    },
    {
      id: "earned",
      header: t("earnings.earned"),
      align: "end",
      cell: ({ earnedMicros }) => amount(earnedMicros),
      csv: ({ earnedMicros }) => (earnedMicros === null ? "" : formatUsd(earnedMicros)),
    },
    {
      id: "top-up",
      header: t("earnings.topUp"),
      align: "end",
      from: "sm",
      cell: ({ topUpMicros }) => amount(topUpMicros),
      csv: ({ topUpMicros }) => (topUpMicros === null ? "" : formatUsd(topUpMicros)),
    },
  ];
}
