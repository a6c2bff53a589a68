import type { AcceptanceRow, PolicyVersionRow } from "@sightline/contract/policy";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";

const TONES: Record<PolicyVersionRow["state"], BadgeTone> = {
  coming: "wait",
  in_effect: "good",
  past: "neutral",
  withdrawn: "neutral",
};

export function versionColumns(
  t: TFunction<"policy">,
  actions: (row: PolicyVersionRow) => ReactNode,
): TableColumn<PolicyVersionRow>[] {
  return [
    { id: "version", header: t("version"), cell: (row) => row.version, csv: (row) => row.version },
    {
      id: "state",
      header: t("state"),
      cell: (row) => <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>,
      csv: (row) => row.state,
    },
    {
      id: "changes",
      header: t("changes"),
      from: "md",
      cell: (row) => <span className="block max-w-64 truncate">{row.changes}</span>,
      csv: (row) => row.changes,
    },
    {
      id: "by",
      header: t("by"),
      from: "xl",
      cell: (row) => row.publishedByEmail ?? t("withProduct"),
      csv: (row) => row.publishedByEmail,
    },
    {
      id: "accepted",
      header: t("accepted"),
      align: "end",
      from: "lg",
      cell: (row) => row.acceptances,
      csv: (row) => row.acceptances,
    },
    {
      id: "from",
      header: t("from"),
      align: "end",
      from: "md",
      cell: (row) => <RelativeTime timeMs={row.effectiveFromMs} />,
      csv: (row) => new Date(row.effectiveFromMs).toISOString(),
    },
    { id: "actions", header: t("actions"), align: "end", cell: actions },
  ];
}

export function acceptanceColumns(t: TFunction<"policy">): TableColumn<AcceptanceRow>[] {
  return [
    {
      id: "who",
      header: t("who"),
      cell: (row) => <span className="block max-w-36 truncate @md:max-w-80">{row.email}</span>,
      csv: (row) => row.email,
    },
    { id: "version", header: t("version"), cell: (row) => row.version, csv: (row) => row.version },
    {
      id: "when",
      header: t("when"),
      align: "end",
      from: "sm",
      cell: (row) => <RelativeTime timeMs={row.acceptedAtMs} />,
      csv: (row) => new Date(row.acceptedAtMs).toISOString(),
    },
  ];
}
