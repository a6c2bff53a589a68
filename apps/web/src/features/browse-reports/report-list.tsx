import type { ReportRow } from "@sightline/contract/reports";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { ButtonLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { type ReportsWanted, reportsQuery } from "./queries";
import { reportColumns } from "./report-columns";
import { ReportRule } from "./report-rule";

export interface ReportListProps {
  wanted: ReportsWanted;
  onOpen: (taskId: number) => void;
  onPage: (before: number | undefined) => void;
}

const reportId = (row: ReportRow) => row.taskId;

export function ReportList({ wanted, onOpen, onPage }: ReportListProps) {
  const { t } = useTranslation("reports");
  const { data, error, refetch } = useQuery(reportsQuery(wanted));
  const columns = useMemo(() => reportColumns(t), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <>
      {data && <ReportRule decided={data.decided} />}
      <Table
        id="reports"
        label={t("label")}
        columns={columns}
        rows={data?.rows}
        rowId={reportId}
        onOpen={(row) => onOpen(row.taskId)}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={
          <EmptyState
            title={t("empty")}
            action={<ButtonLink href="/app/tasks?state=answered">{t("emptyAction")}</ButtonLink>}
          >
            {t("emptyBody")}
          </EmptyState>
        }
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
    </>
  );
}
