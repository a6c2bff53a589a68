import type { DepositRow } from "@sightline/contract/deposits";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { depositColumns } from "./deposit-columns";
import { depositsQuery } from "./queries";

const depositId = (row: DepositRow) => row.depositId;

export function ListDeposits() {
  const { t } = useTranslation("billing");
  const [before, setBefore] = useState<number | undefined>();
  const { data, error, refetch } = useQuery(depositsQuery(before));
  const columns = useMemo(() => depositColumns(t), [t]);
  const next = data?.nextBefore ?? null;
  return (
    <Section title={t("historyTitle")}>
      <Table
        id="deposits"
        label={t("history")}
        columns={columns}
        rows={data?.rows}
        rowId={depositId}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
        paging={{
          onOlder: next === null ? null : () => setBefore(next),
          onNewest: before === undefined ? null : () => setBefore(undefined),
        }}
      />
    </Section>
  );
}
