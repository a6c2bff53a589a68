import type { StaffWorkerRow } from "@sightline/contract/staff-workers";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { type WorkersWanted, workersQuery } from "./queries";
import { workerColumns } from "./worker-columns";

export interface BrowseWorkersProps {
  wanted: WorkersWanted;
  onOpen: (workerId: number) => void;
  onPage: (before: number | undefined) => void;
}

const workerId = (row: StaffWorkerRow) => row.accountId;

export function BrowseWorkers({ wanted, onOpen, onPage }: BrowseWorkersProps) {
  const { t } = useTranslation("workers");
  const { data, error, refetch } = useQuery(workersQuery(wanted));
  const columns = useMemo(() => workerColumns(t), [t]);
  const next = data?.nextBefore ?? null;
  return (
    <Table
      id="workers"
      label={t("label")}
      density="dense"
      columns={columns}
      rows={data?.rows}
      rowId={workerId}
      onOpen={(row) => onOpen(row.accountId)}
      error={data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />}
      empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      paging={{
        onOlder: next === null ? null : () => onPage(next),
        onNewest: wanted.before === undefined ? null : () => onPage(undefined),
      }}
    />
  );
}
