import type { ImageBlockRow } from "@sightline/contract/images";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

const isOver = ({ lifted, untilMs }: ImageBlockRow) =>
  lifted !== null || (untilMs !== null && untilMs <= Date.now());

export function blockColumns(
  t: TFunction<"images">,
  onLift: (row: ImageBlockRow) => void,
): TableColumn<ImageBlockRow>[] {
  return [
    {
      id: "account",
      header: t("staff.account"),
      cell: (row) => (
        <span className="block max-w-36 truncate @md:max-w-64">
          {row.accountId === null ? t("staff.everybody") : (row.email ?? row.accountId)}
        </span>
      ),
      csv: (row) => row.accountId,
    },
    {
      id: "picture",
      header: t("customer.picture"),
      from: "sm",
      cell: (row) =>
        row.imageUrl === null ? (
          <span className="text-text-quiet">{t("customer.gone")}</span>
        ) : (
          <img src={row.imageUrl} alt="" loading="lazy" className="h-7 max-w-24 rounded-6 object-contain" />
        ),
    },
    {
      id: "state",
      header: t("customer.state"),
      cell: (row) => (
        <Badge tone={isOver(row) ? "neutral" : "bad"}>{t(isOver(row) ? "staff.over" : "staff.holds")}</Badge>
      ),
    },
    {
      id: "reason",
      header: t("customer.reason"),
      from: "lg",
      cell: (row) => <span className="block max-w-80 truncate">{row.lifted?.reason ?? row.reason}</span>,
      csv: (row) => row.reason,
    },
    {
      id: "setBy",
      header: t("staff.setBy"),
      from: "xl",
      cell: (row) => row.setByEmail ?? t("staff.byVotes"),
      csv: (row) => row.setByEmail,
    },
    {
      id: "until",
      header: t("staff.until"),
      align: "end",
      from: "md",
      cell: (row) => (row.untilMs === null ? t("staff.untilLifted") : <RelativeTime timeMs={row.untilMs} />),
    },
    {
      id: "actions",
      header: t("staff.actions"),
      align: "end",
      cell: (row) =>
        !isOver(row) && (
          <Button size="small" aria-label={t("staff.liftOf", { id: row.id })} onPress={() => onLift(row)}>
            {t("staff.lift")}
          </Button>
        ),
    },
  ];
}
