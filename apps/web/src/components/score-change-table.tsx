import type { ScoreChange } from "@sightline/contract/score";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const changeId = ({ day, kind, cause }: ScoreChange) => `${day}/${kind}/${cause}`;

export function ScoreChangeTable({ rows }: { rows: ScoreChange[] }) {
  const { t } = useTranslation("score");
  const columns = useMemo(() => changeColumns(t), [t]);
  return (
    <Table
      id="score-changes"
      label={t("changes")}
      columns={columns}
      rows={rows}
      rowId={changeId}
      empty={<EmptyState title={t("noChanges")}>{t("noChangesBody")}</EmptyState>}
    />
  );
}

function changeColumns(t: TFunction<"score">): TableColumn<ScoreChange>[] {
  const part = (weight: number): string => (Number.isInteger(weight) ? String(weight) : weight.toFixed(1));
  return [
    {
      id: "day",
      header: t("day"),
      cell: (row) => <span className="whitespace-nowrap">{row.day}</span>,
      csv: (row) => row.day,
    },
    {
      id: "kind",
      header: t("kind"),
      from: "sm",
      cell: (row) => t(`kinds.${row.kind}`),
      csv: (row) => row.kind,
    },
    { id: "cause", header: t("cause"), cell: (row) => t(`causes.${row.cause}`), csv: (row) => row.cause },
    {
      id: "count",
      header: t("count"),
      align: "end",
      from: "md",
      cell: (row) => row.count,
      csv: (row) => row.count,
    },
    {
      id: "right",
      header: t("right"),
      align: "end",
      cell: (row) => part(row.right),
      csv: (row) => row.right,
    },
    {
      id: "wrong",
      header: t("wrong"),
      align: "end",
      cell: (row) => part(row.wrong),
      csv: (row) => row.wrong,
    },
  ];
}
