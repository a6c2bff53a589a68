import { USAGE_SPANS, type UsageSpan } from "@sightline/contract/figures";
import { EmptyState } from "@sightline/ui/empty-state";
import { Select } from "@sightline/ui/select";
import { Table } from "@sightline/ui/table";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useTeamMay } from "../../lib/team";
import { trpc } from "../../lib/trpc";
import { ExportTasks } from "./export-tasks";
import { usageColumns } from "./usage-columns";

const DAY_MS = 86_400_000;
const SPANS = Object.keys(USAGE_SPANS) as UsageSpan[];
const REFETCH_MS = 10_000;

export interface SeeUsageProps {
  span: UsageSpan;
  onSpan: (span: UsageSpan) => void;
}

/** By day and kind, and everything as a file. */
export function SeeUsage({ span, onSpan }: SeeUsageProps) {
  const { t } = useTranslation("usage");
  const mayExport = useTeamMay("tasks");
  const { data, error, refetch } = useQuery(
    trpc.figures.usage.queryOptions(
      { span },
      { refetchInterval: REFETCH_MS, placeholderData: keepPreviousData },
    ),
  );
  const columns = useMemo(() => usageColumns(t), [t]);
  const fromMs = (Math.floor(Date.now() / DAY_MS) - USAGE_SPANS[span] + 1) * DAY_MS;
  const about = (data ?? []).reduce((sum, { answered, unsolved }) => sum + answered + unsolved, 0);
  return (
    <div className="flex flex-col gap-6">
      <div className="self-start">
        <Select
          label={t("span")}
          value={span}
          onChange={onSpan}
          options={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
        />
      </div>
      {mayExport && <ExportTasks fromMs={fromMs} about={about} />}
      <Table
        id="usage"
        label={t("label")}
        columns={columns}
        rows={data}
        rowId={(row) => `${row.dayMs}/${row.kind}`}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      />
    </div>
  );
}
