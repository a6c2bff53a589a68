import type { UsageRow } from "@sightline/contract/figures";
import { formatWireUsd } from "@sightline/contract/money";
import { Money } from "@sightline/ui/money";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });

export function usageColumns(t: TFunction<"usage">): TableColumn<UsageRow>[] {
  return [
    {
      id: "day",
      header: t("day"),
      cell: ({ dayMs }) => <span className="whitespace-nowrap">{dayFormat.format(dayMs)}</span>,
      csv: ({ dayMs }) => new Date(dayMs).toISOString().slice(0, 10),
    },
    {
      id: "kind",
      header: t("kind"),
      cell: ({ kind }) => t(`kinds.${kind}`),
      csv: ({ kind }) => kind,
    },
    {
      id: "answered",
      header: t("answered"),
      align: "end",
      cell: ({ answered }) => answered.toLocaleString(),
      csv: ({ answered }) => answered,
    },
    {
      id: "unsolved",
      header: t("unsolved"),
      align: "end",
      from: "md",
      cell: ({ unsolved }) => unsolved.toLocaleString(),
      csv: ({ unsolved }) => unsolved,
    },
    {
      id: "spent",
      header: t("spent"),
      align: "end",
      from: "sm",
      cell: ({ spentMicros }) => <Money micros={spentMicros} className="text-13" />,
      csv: ({ spentMicros }) => formatWireUsd(spentMicros),
    },
  ];
}
