import { EmptyState } from "@sightline/ui/empty-state";
import { Select } from "@sightline/ui/select";
import { Table } from "@sightline/ui/table";
import { ButtonLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { statementQuery } from "./queries";
import { statementColumns } from "./statement-columns";
import { StatementTotals } from "./statement-totals";

const DAY_MS = 86_400_000;
const PERIODS = { day: 1, week: 7, month: 30, quarter: 90 } as const;
type PeriodName = keyof typeof PERIODS;

/** One's own statement for a period, a page at a time, and all of it as a file. */
export function ShowStatement() {
  const { t } = useTranslation("money");
  const [name, setName] = useState<PeriodName>("week");
  const [before, setBefore] = useState<number>();
  // The period stands still while it is read, or every look would ask for another one.
  const period = useMemo(() => {
    const toMs = Math.ceil(Date.now() / 60_000) * 60_000;
    return { fromMs: toMs - PERIODS[name] * DAY_MS, toMs };
  }, [name]);
  const { data, error, refetch } = useQuery(statementQuery(period, before));
  const columns = useMemo(() => statementColumns(t), [t]);
  const nextBefore = data?.nextBefore ?? null;

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Select
          label={t("statement.period")}
          value={name}
          onChange={(chosen: PeriodName) => {
            setName(chosen);
            setBefore(undefined);
          }}
          options={(Object.keys(PERIODS) as PeriodName[]).map((value) => ({
            value,
            label: t(`statement.periods.${value}`),
          }))}
        />
        <ButtonLink href={`/statement.csv?from=${period.fromMs}&to=${period.toMs}`} download="statement.csv">
          {t("statement.csv")}
        </ButtonLink>
      </div>
      <StatementTotals period={period} />
      <Table
        id="statement"
        label={t("statement.label")}
        columns={columns}
        rows={data?.entries}
        rowId={(entry) => `${entry.causeId}/${entry.line}`}
        error={
          data === undefined &&
          error && <LoadError title={t("statement.failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("statement.empty")}>{t("statement.emptyBody")}</EmptyState>}
        paging={{
          onOlder: nextBefore === null ? null : () => setBefore(nextBefore),
          onNewest: before === undefined ? null : () => setBefore(undefined),
        }}
      />
    </div>
  );
}
