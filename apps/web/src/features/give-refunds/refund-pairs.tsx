import { formatUsd } from "@sightline/contract/money";
import type { RefundPair } from "@sightline/contract/refunds";
import { Badge } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { pairsQuery } from "./queries";

const pairId = (row: RefundPair) => `${row.accountId}.${row.workerId}`;

export function RefundPairs() {
  const { t } = useTranslation("refunds");
  const { data, error, refetch } = useQuery(pairsQuery);
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Section title={t("pairs")} lead={t("pairsLead")}>
      <Table
        id="refund-pairs"
        label={t("pairs")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={pairId}
        error={
          data === undefined &&
          error && <LoadError title={t("pairsFailed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("pairsEmpty")} />}
      />
    </Section>
  );
}

function columnsOf(t: TFunction<"refunds">): TableColumn<RefundPair>[] {
  return [
    {
      id: "customer",
      header: t("customer"),
      cell: (row) => (
        <TextLink href={`/staff/accounts?account=${row.accountId}`}>{row.email ?? row.accountId}</TextLink>
      ),
      csv: (row) => row.accountId,
    },
    {
      id: "worker",
      header: t("worker"),
      from: "sm",
      cell: (row) => (
        <TextLink href={`/staff/accounts?account=${row.workerId}`}>
          {row.workerEmail ?? row.workerId}
        </TextLink>
      ),
      csv: (row) => row.workerId,
    },
    {
      id: "count",
      header: t("count"),
      align: "end",
      from: "md",
      cell: (row) => row.refunds,
      csv: (row) => row.refunds,
    },
    {
      id: "share",
      header: t("share"),
      align: "end",
      from: "lg",
      cell: (row) => `${Math.round(row.share * 100)} %`,
      csv: (row) => row.share,
    },
    {
      id: "linked",
      header: t("linked"),
      from: "xl",
      cell: (row) => row.linked && <Badge tone="bad">{t("linkedYes")}</Badge>,
      csv: (row) => (row.linked ? "yes" : "no"),
    },
    {
      id: "money",
      header: t("money"),
      align: "end",
      cell: (row) => <Money micros={row.refundedMicros} className="text-13" />,
      csv: (row) => formatUsd(row.refundedMicros),
    },
  ];
}
