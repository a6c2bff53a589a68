import type { SiteCheckRow } from "@sightline/contract/sites";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { siteChecksQuery } from "./queries";

const checkId = (row: SiteCheckRow) => row.id;

export function SiteHistory({ siteId }: { siteId: number }) {
  const { t } = useTranslation("sites");
  const { data, error, refetch } = useQuery(siteChecksQuery(siteId));
  const columns = useMemo<TableColumn<SiteCheckRow>[]>(
    () => [
      {
        id: "found",
        header: t("found"),
        cell: (row) => (
          <>
            {t(`outcomes.${row.outcome}`)}
            <span className="block pb-1 text-13 break-words whitespace-normal text-text-quiet sm:hidden">
              {row.detail}
            </span>
          </>
        ),
      },
      { id: "why", header: t("why"), from: "sm", cell: (row) => t(`causes.${row.cause}`) },
      { id: "when", header: t("when"), cell: (row) => <RelativeTime timeMs={row.checkedAtMs} focusable /> },
      {
        id: "detail",
        header: t("detail"),
        from: "sm",
        cell: (row) => (
          <span className="block max-w-72 py-1.5 text-13 break-words whitespace-normal">{row.detail}</span>
        ),
      },
    ],
    [t],
  );
  return (
    <Table
      id="site-checks"
      label={t("historyLabel")}
      density="dense"
      columns={columns}
      rows={data}
      rowId={checkId}
      tools={false}
      error={
        data === undefined &&
        error && <LoadError title={t("historyFailed")} error={error} onRetry={refetch} />
      }
      empty={<EmptyState title={t("historyEmpty")} />}
    />
  );
}
