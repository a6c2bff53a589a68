import type { StaffActRow } from "@sightline/contract/audit";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function staffActColumns(t: TFunction<"staffAudit">): TableColumn<StaffActRow>[] {
  const mono = (text: string) => (
    <span className="block max-w-32 truncate font-mono @md:max-w-48 @7xl:max-w-64 text-13">{text}</span>
  );
  return [
    { id: "act", header: t("act"), cell: (row) => mono(row.act), csv: (row) => row.act },
    {
      id: "subject",
      header: t("subject"),
      from: "sm",
      cell: (row) => mono(row.subject),
      csv: (row) => row.subject,
    },
    {
      id: "who",
      header: t("who"),
      cell: (row) => (
        <span className="block max-w-24 truncate @md:max-w-64">{row.actorEmail ?? t("operator")}</span>
      ),
      csv: (row) => row.actorEmail ?? row.actorId,
    },
    {
      id: "reason",
      header: t("reason"),
      from: "lg",
      cell: (row) => (
        <span className="block max-w-56 truncate @7xl:max-w-80">{row.reason ?? t("nothing")}</span>
      ),
      csv: (row) => row.reason,
    },
    {
      id: "before",
      header: t("before"),
      from: "xl",
      cell: (row) => mono(row.before ?? t("nothing")),
      csv: (row) => row.before,
    },
    {
      id: "after",
      header: t("after"),
      from: "xl",
      cell: (row) => mono(row.after ?? t("nothing")),
      csv: (row) => row.after,
    },
    {
      id: "at",
      header: t("at"),
      align: "end",
      from: "sm",
      cell: (row) => <RelativeTime timeMs={row.atMs} />,
      csv: (row) => new Date(row.atMs).toISOString(),
    },
    {
      id: "number",
      header: t("number"),
      align: "end",
      from: "lg",
      cell: (row) => row.id,
      csv: (row) => row.id,
    },
  ];
}
