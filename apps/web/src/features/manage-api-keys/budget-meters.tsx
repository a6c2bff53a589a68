import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { formatUsd } from "@sightline/contract/money";
import { MeterBar } from "@sightline/ui/meter-bar";
import { Skeleton } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { keySpendQuery } from "./queries";

/** How much of its budgets a key has spent; nothing for a key without one. */
export function BudgetMeters({ row }: { row: ApiKeyRow }) {
  if (row.dayBudgetMicros === null && row.monthBudgetMicros === null) return null;
  return <Meters row={row} />;
}

function Meters({ row }: { row: ApiKeyRow }) {
  const { t } = useTranslation("keys");
  const { data, error, refetch } = useQuery(keySpendQuery);
  if (data === undefined && error)
    return <LoadError title={t("budgetFailed")} error={error} onRetry={refetch} />;
  if (data === undefined) return <Skeleton className="h-16" />;
  const { dayMicros = 0, monthMicros = 0 } = data.find(({ keyId }) => keyId === row.id) ?? {};
  return (
    <div className="flex flex-col gap-4">
      <Budget words="budgetDay" spentMicros={dayMicros} budgetMicros={row.dayBudgetMicros} />
      <Budget words="budgetMonth" spentMicros={monthMicros} budgetMicros={row.monthBudgetMicros} />
    </div>
  );
}

interface BudgetProps {
  words: "budgetDay" | "budgetMonth";
  spentMicros: number;
  budgetMicros: number | null;
}

function Budget({ words, spentMicros, budgetMicros }: BudgetProps) {
  const { t } = useTranslation("keys");
  const id = useId();
  if (budgetMicros === null) return null;
  return (
    <div className="flex flex-col gap-2">
      <p id={id} className="tabular text-14">
        {t(words, { spent: formatUsd(spentMicros), budget: formatUsd(budgetMicros) })}
      </p>
      <MeterBar labelledBy={id} value={spentMicros} max={budgetMicros} closeFrom={0.8} />
    </div>
  );
}
