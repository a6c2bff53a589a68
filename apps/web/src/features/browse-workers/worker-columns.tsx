import type { StaffWorkerRow } from "@sightline/contract/staff-workers";
import { Badge } from "@sightline/ui/badge";
import { Duration } from "@sightline/ui/duration";
import { Money } from "@sightline/ui/money";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { percent } from "../../components/kind-score-table";

export function workerColumns(t: TFunction<"workers">): TableColumn<StaffWorkerRow>[] {
  return [
    {
      id: "email",
      header: t("email"),
      cell: (row) => <span className="break-all">{row.email}</span>,
      csv: (row) => row.email,
    },
    {
      id: "signals",
      header: t("signals"),
      cell: ({ signals }) =>
        signals.length === 0 ? (
          <span className="text-text-quiet">{t("noSignals")}</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {signals.map((signal) => (
              <Badge key={signal} tone="wait">
                {t(`signal.${signal}`)}
              </Badge>
            ))}
          </span>
        ),
      csv: (row) => row.signals.join(" "),
    },
    {
      id: "state",
      header: t("state"),
      from: "sm",
      cell: ({ suspended, suspendedKinds }) =>
        suspended ? (
          <Badge tone="bad">{t("suspended")}</Badge>
        ) : suspendedKinds > 0 ? (
          <Badge tone="wait">{t("kindsSuspended", { count: suspendedKinds })}</Badge>
        ) : (
          <Badge tone="good">{t("active")}</Badge>
        ),
      csv: (row) => (row.suspended ? "suspended" : "active"),
    },
    {
      id: "accuracy",
      header: t("accuracy"),
      align: "end",
      from: "sm",
      cell: (row) => percent(row.accuracy),
      csv: (row) => row.accuracy,
    },
    {
      id: "judged",
      header: t("judged"),
      align: "end",
      from: "md",
      cell: (row) => row.judged,
      csv: (row) => row.judged,
    },
    {
      id: "answered",
      header: t("answered"),
      align: "end",
      from: "md",
      cell: (row) => row.answered7d,
      csv: (row) => row.answered7d,
    },
    {
      id: "speed",
      header: t("speed"),
      align: "end",
      from: "lg",
      cell: (row) => <Duration ms={row.medianMs} />,
    },
    {
      id: "pending",
      header: t("pending"),
      align: "end",
      from: "lg",
      cell: (row) => <Money micros={row.pendingMicros} />,
    },
  ];
}
