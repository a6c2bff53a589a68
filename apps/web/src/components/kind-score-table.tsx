import type { KindScore } from "@sightline/contract/score";
import { Badge } from "@sightline/ui/badge";
import { Duration, formatDuration } from "@sightline/ui/duration";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";

const kindOf = (row: KindScore) => row.kind;

/** A worker's accuracy by kind, with its range and speed; workers and staff see the same. `act` ends each row. */
export function KindScoreTable({
  id,
  rows,
  act,
}: {
  id: string;
  rows: KindScore[];
  act?: (row: KindScore) => ReactNode;
}) {
  const { t } = useTranslation("score");
  const columns = useMemo(() => scoreColumns(t, act), [t, act]);
  return (
    <Table
      id={id}
      label={t("measured")}
      columns={columns}
      rows={rows}
      rowId={kindOf}
      tools={false}
      empty={null}
    />
  );
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function scoreColumns(
  t: TFunction<"score">,
  act: ((row: KindScore) => ReactNode) | undefined,
): TableColumn<KindScore>[] {
  const rangeOf = ({ low, high }: KindScore) => t("rangeOf", { low: percent(low), high: percent(high) });
  // A narrow table, such as one in a panel, shows under the accuracy what wider ones have columns for.
  const columns: TableColumn<KindScore>[] = [
    {
      id: "kind",
      header: t("kind"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-1 py-1 @md:py-0">
          {t(`kinds.${row.kind}`)}
          <span className="@md:hidden">
            <StageBadge row={row} />
          </span>
        </span>
      ),
    },
    { id: "level", header: t("level"), from: "sm", cell: (row) => <StageBadge row={row} /> },
    {
      id: "accuracy",
      header: t("accuracy"),
      align: "end",
      cell: (row) => (
        <span className="flex flex-col items-end py-1 @2xl:py-0">
          {percent(row.accuracy)}
          <span className="max-w-32 text-12 whitespace-normal text-text-quiet @2xl:hidden">
            {rangeOf(row)},{" "}
            {t("inBrief", {
              count: row.answered,
              time: row.medianMs === null ? t("none") : formatDuration(row.medianMs),
            })}
          </span>
        </span>
      ),
    },
    {
      id: "range",
      header: t("range"),
      align: "end",
      from: "md",
      cell: rangeOf,
    },
    { id: "judged", header: t("judged"), align: "end", from: "md", cell: (row) => row.judged },
    { id: "answered", header: t("answered"), align: "end", from: "md", cell: (row) => row.answered },
    {
      id: "speed",
      header: t("speed"),
      align: "end",
      from: "md",
      cell: ({ medianMs }) => (medianMs === null ? t("none") : <Duration ms={medianMs} />),
    },
  ];
  return act ? [...columns, { id: "act", header: t("act"), align: "end", cell: act }] : columns;
}

function StageBadge({ row }: { row: KindScore }) {
  const { t } = useTranslation("score");
  if (row.suspendedReason !== null) return <Badge tone="bad">{t("suspended")}</Badge>;
  if (row.level === 0) return <Badge tone="wait">{t(`stages.${row.stage}`)}</Badge>;
  return <Badge tone="good">{t("levelOf", { level: row.level })}</Badge>;
}
