import type { AcceptanceRow, AcceptancesPage } from "@sightline/contract/policy";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { acceptanceColumns } from "./policy-columns";
import { acceptancesQuery } from "./queries";

const acceptanceId = (row: AcceptanceRow) => `${row.userId}.${row.version}`;

export function PolicyAcceptances() {
  const { t } = useTranslation("policy");
  const [before, setBefore] = useState<AcceptancesPage["next"]>(null);
  const { data, error, refetch } = useQuery(acceptancesQuery(before));
  const columns = useMemo(() => acceptanceColumns(t), [t]);
  const next = data?.next ?? null;
  return (
    <Section title={t("acceptances")} lead={t("acceptancesLead")}>
      <Table
        id="policy-acceptances"
        label={t("acceptances")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={acceptanceId}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("noAcceptances")} />}
        paging={{
          onOlder: next === null ? null : () => setBefore(next),
          onNewest: before === null ? null : () => setBefore(null),
        }}
      />
    </Section>
  );
}
