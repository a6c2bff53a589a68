import { formatUsd } from "@sightline/contract/money";
import type { ReportDecision, ReportRow } from "@sightline/contract/reports";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

const TONES: Record<ReportDecision, BadgeTone> = {
  good: "good",
  open: "active",
  accepted: "good",
  refused: "bad",
  refunded: "good",
  ambiguous: "neutral",
  unsolvable: "neutral",
};

export function reportColumns(t: TFunction<"reports">): TableColumn<ReportRow>[] {
  return [
    {
      id: "task",
      header: t("task"),
      cell: (row) => <span className="font-mono text-13">{row.taskId}</span>,
      csv: (row) => row.taskId,
    },
    {
      id: "decision",
      header: t("decision"),
      cell: (row) => <Badge tone={TONES[row.decision]}>{t(`decisions.${row.decision}`)}</Badge>,
      csv: (row) => row.decision,
    },
    {
      id: "answer",
      header: t("answer"),
      from: "sm",
      cell: (row) => <span className="block max-w-48 truncate font-mono text-13">{row.answer}</span>,
      csv: (row) => row.answer,
    },
    {
      id: "reason",
      header: t("reason"),
      from: "lg",
      cell: (row) => <span className="text-13">{t(`reasons.${row.decision}`)}</span>,
    },
    {
      id: "money",
      header: t("money"),
      align: "end",
      from: "md",
      cell: (row) => row.refundedMicros > 0 && <Money micros={row.refundedMicros} className="text-13" />,
      csv: (row) => formatUsd(row.refundedMicros),
    },
    {
      id: "reported",
      header: t("reported"),
      align: "end",
      from: "md",
      cell: (row) => <RelativeTime timeMs={row.reportedAtMs} />,
      csv: (row) => new Date(row.reportedAtMs).toISOString(),
    },
    {
      id: "decided",
      header: t("decided"),
      align: "end",
      from: "xl",
      cell: (row) => row.decidedAtMs !== null && <RelativeTime timeMs={row.decidedAtMs} />,
      csv: (row) => (row.decidedAtMs === null ? null : new Date(row.decidedAtMs).toISOString()),
    },
  ];
}
