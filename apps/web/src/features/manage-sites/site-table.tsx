import type { SiteRow } from "@sightline/contract/sites";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { sitesQuery } from "./queries";
import { SitePanel } from "./site-panel";
import { SiteStateBadge } from "./site-state-badge";

const siteId = (row: SiteRow) => row.id;

export interface SiteTableProps {
  openedId: number | undefined;
  onOpen: (id: number | undefined) => void;
}

export function SiteTable({ openedId, onOpen }: SiteTableProps) {
  const { t } = useTranslation("sites");
  const { data, error, refetch } = useQuery(sitesQuery);
  const columns = useMemo(() => siteColumns(t), [t]);
  const opened = data?.find(({ id }) => id === openedId);
  return (
    <>
      <Table
        id="sites"
        label={t("label")}
        columns={columns}
        rows={data}
        rowId={siteId}
        onOpen={(row) => onOpen(row.id)}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        tools={false}
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      />
      {opened && <SitePanel key={opened.id} site={opened} onClose={() => onOpen(undefined)} />}
    </>
  );
}

function siteColumns(t: TFunction<"sites">): TableColumn<SiteRow>[] {
  return [
    { id: "host", header: t("host"), cell: (row) => <span className="font-mono">{row.host}</span> },
    { id: "state", header: t("state"), cell: (row) => <SiteStateBadge state={row.state} /> },
    {
      id: "scope",
      header: t("scope"),
      from: "lg",
      cell: (row) => (row.subdomains ? `${t("exact")} ${t("under")}` : t("exact")),
    },
    { id: "method", header: t("method"), from: "md", cell: (row) => t(`methods.${row.method}`) },
    {
      id: "checked",
      header: t("checked"),
      from: "md",
      cell: (row) =>
        row.lastCheckedAtMs === null ? (
          <span className="text-text-quiet">{t("never")}</span>
        ) : (
          <RelativeTime timeMs={row.lastCheckedAtMs} />
        ),
    },
  ];
}
