import type { CustomerRateRow } from "@sightline/contract/prices";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { ratesQuery } from "./queries";
import { rateColumns } from "./rate-columns";

const MaximumDialog = lazy(async () => ({ default: (await import("./maximum-dialog")).MaximumDialog }));

/** What each kind costs now, live, and the most that this customer wants to pay for it. */
export function LimitRates() {
  const { t } = useTranslation("money");
  const { data, error, refetch } = useQuery(ratesQuery);
  const [setting, setSetting] = useState<CustomerRateRow | null>(null);
  const columns = useMemo(() => rateColumns(t, setSetting), [t]);
  return (
    <>
      <Table
        id="rates"
        label={t("rates.label")}
        columns={columns}
        rows={data}
        rowId={(row) => row.kind}
        error={
          data === undefined &&
          error && <LoadError title={t("rates.failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("rates.failed")} />}
      />
      <Suspense>
        {setting && <MaximumDialog key={setting.kind} row={setting} onClose={() => setSetting(null)} />}
      </Suspense>
    </>
  );
}
