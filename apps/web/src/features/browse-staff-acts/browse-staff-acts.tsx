import type { StaffActRow } from "@sightline/contract/audit";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { type StaffActsWanted, staffActsQuery } from "./queries";
import { staffActColumns } from "./staff-act-columns";
import { StaffActPanel } from "./staff-act-panel";

export interface BrowseStaffActsProps {
  wanted: StaffActsWanted;
  openedId: number | undefined;
  onOpen: (id: number | undefined) => void;
  onPage: (before: number | undefined) => void;
  onShowAll: () => void;
}

const actId = (act: StaffActRow) => act.id;

export function BrowseStaffActs({ wanted, openedId, onOpen, onPage, onShowAll }: BrowseStaffActsProps) {
  const { t } = useTranslation("staffAudit");
  const { data, error, refetch } = useQuery(staffActsQuery(wanted));
  const columns = useMemo(() => staffActColumns(t), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <>
      <Table
        id="staff-acts"
        label={t("label")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={actId}
        onOpen={(act) => onOpen(act.id)}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={
          <EmptyState title={t("empty")} action={<Button onPress={onShowAll}>{t("showAll")}</Button>}>
            {t("emptyBody")}
          </EmptyState>
        }
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
      {openedId !== undefined && (
        <StaffActPanel
          id={openedId}
          act={data?.rows.find(({ id }) => id === openedId)}
          onClose={() => onOpen(undefined)}
        />
      )}
    </>
  );
}
