import type { SiteState, StaffSiteRow } from "@sightline/contract/sites";
import { Badge, type BadgeTone } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { DecisionButtons } from "./decision-buttons";
import { staffSitesQuery } from "./queries";
import { RefuseSiteDialog } from "./refuse-site-dialog";

const siteId = (row: StaffSiteRow) => row.id;
const TONES: Record<SiteState, BadgeTone> = {
  unproved: "neutral",
  waiting: "wait",
  good: "good",
  suspended: "bad",
  refused: "bad",
  switched_off: "bad",
};

export function DecideSites() {
  const { t } = useTranslation("staffSites");
  const { data, error, refetch } = useQuery(staffSitesQuery);
  const [refusing, setRefusing] = useState<StaffSiteRow | null>(null);
  const columns = useMemo<TableColumn<StaffSiteRow>[]>(
    () => [
      {
        id: "host",
        header: t("host"),
        cell: (row) => (
          <span className="block max-w-48 font-mono text-13 break-all @md:max-w-96">{row.host}</span>
        ),
      },
      {
        id: "state",
        header: t("state"),
        from: "sm",
        cell: (row) => <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>,
      },
      {
        id: "customer",
        header: t("customer"),
        from: "md",
        cell: (row) => <span className="block max-w-64 truncate">{row.email}</span>,
      },
      {
        id: "actions",
        header: t("actions"),
        align: "end",
        cell: (row) => <DecisionButtons site={row} onRefuse={() => setRefusing(row)} />,
      },
    ],
    [t],
  );
  return (
    <Section title={t("sites")} lead={t("sitesLead")}>
      <Table
        id="staff-sites"
        label={t("sites")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={siteId}
        tools={false}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("empty")} />}
      />
      {refusing && <RefuseSiteDialog site={refusing} onClose={() => setRefusing(null)} />}
    </Section>
  );
}
