import type { CaseRow } from "@sightline/contract/moderation";
import { Badge } from "@sightline/ui/badge";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function caseColumns(t: TFunction<"moderation">): TableColumn<CaseRow>[] {
  return [
    { id: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`), csv: (row) => row.kind },
    {
      id: "subject",
      header: t("subject"),
      from: "sm",
      cell: (row) => <span className="font-mono text-13">{row.subject}</span>,
      csv: (row) => row.subject,
    },
    {
      id: "state",
      header: t("state"),
      from: "md",
      cell: (row) => (
        <Badge tone={row.escalated ? "wait" : "neutral"}>
          {t(row.escalated ? "states.escalated" : "states.open")}
        </Badge>
      ),
      csv: (row) => (row.escalated ? "escalated" : "open"),
    },
    {
      id: "holder",
      header: t("holder"),
      from: "lg",
      cell: (row) => row.claimedByEmail ?? t("nobody"),
      csv: (row) => row.claimedByEmail,
    },
    {
      id: "opened",
      header: t("opened"),
      align: "end",
      from: "lg",
      cell: (row) => <RelativeTime timeMs={row.openedAtMs} />,
      csv: (row) => new Date(row.openedAtMs).toISOString(),
    },
    {
      id: "deadline",
      header: t("deadline"),
      align: "end",
      cell: (row) => <RelativeTime timeMs={row.deadlineMs} />,
      csv: (row) => new Date(row.deadlineMs).toISOString(),
    },
  ];
}
