import type { BanRow } from "@sightline/contract/limit-view";
import { EmptyState } from "@sightline/ui/empty-state";
import { formatExact } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function BanTable({ bans, saysOf }: { bans: BanRow[]; saysOf: (name: BanRow["name"]) => string }) {
  const { t } = useTranslation("limits");
  const columns = useMemo(() => banColumns(t, saysOf), [t, saysOf]);
  return (
    <Table
      id="bans"
      label={t("historyLabel")}
      columns={columns}
      rows={bans}
      rowId={(row) => row.id}
      empty={<EmptyState title={t("none")}>{t("noneBody")}</EmptyState>}
    />
  );
}

function banColumns(t: TFunction<"limits">, saysOf: (name: BanRow["name"]) => string): TableColumn<BanRow>[] {
  return [
    {
      id: "code",
      header: t("code"),
      cell: ({ code }) => <span className="font-mono text-13">{code}</span>,
      csv: ({ code }) => code,
    },
    {
      id: "limit",
      header: t("limit"),
      from: "md",
      cell: ({ name }) => saysOf(name),
      csv: ({ name }) => name,
    },
    {
      id: "from",
      header: t("from"),
      align: "end",
      cell: ({ startsAtMs }) => formatExact(startsAtMs),
      csv: ({ startsAtMs }) => new Date(startsAtMs).toISOString(),
    },
    {
      id: "to",
      header: t("to"),
      align: "end",
      from: "sm",
      cell: ({ endsAtMs }) => formatExact(endsAtMs),
      csv: ({ endsAtMs }) => new Date(endsAtMs).toISOString(),
    },
  ];
}
