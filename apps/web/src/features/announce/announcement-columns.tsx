import type { AnnouncementRow } from "@sightline/contract/announcements";
import { Badge } from "@sightline/ui/badge";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";

export type Listed = AnnouncementRow & { isLatest: boolean };

/** `actions` are shown for the latest version of each announcement. */
export function announcementColumns(
  t: TFunction<"announcements">,
  actions: (row: Listed) => ReactNode,
): TableColumn<Listed>[] {
  return [
    {
      id: "text",
      header: t("text"),
      cell: (row) => (
        <span className="line-clamp-3 max-w-36 @md:line-clamp-2 @md:max-w-64">
          {row.text ?? <em className="text-text-quiet">{t("withdrawn")}</em>}
        </span>
      ),
      csv: (row) => row.text,
    },
    {
      id: "state",
      header: t("state"),
      from: "sm",
      cell: (row) => <StateBadge row={row} t={t} />,
    },
    {
      id: "audience",
      header: t("audience"),
      from: "md",
      cell: (row) => t(`audiences.${row.audience}`),
      csv: (row) => row.audience,
    },
    {
      id: "version",
      header: t("number"),
      from: "xl",
      cell: ({ id, version }) => t("version", { id, version }),
      csv: ({ id, version }) => `${id}.${version}`,
    },
    { id: "by", header: t("by"), from: "xl", cell: (row) => row.publishedByEmail },
    {
      id: "at",
      header: t("at"),
      align: "end",
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.publishedAtMs} />,
      csv: (row) => new Date(row.publishedAtMs).toISOString(),
    },
    {
      id: "until",
      header: t("until"),
      align: "end",
      from: "xl",
      cell: (row) => (row.untilMs === null ? t("untilWithdrawn") : <RelativeTime timeMs={row.untilMs} />),
    },
    {
      id: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) => row.isLatest && actions(row),
    },
  ];
}

function StateBadge({ row, t }: { row: Listed; t: TFunction<"announcements"> }) {
  if (!row.isLatest) return <Badge tone="neutral">{t("replaced")}</Badge>;
  const isShown = row.text !== null && (row.untilMs === null || row.untilMs > Date.now());
  return <Badge tone={isShown ? "good" : "neutral"}>{t(isShown ? "shown" : "over")}</Badge>;
}
