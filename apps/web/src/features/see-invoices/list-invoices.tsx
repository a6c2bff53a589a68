import type { InvoiceRow } from "@sightline/contract/invoices";
import { formatWireUsd } from "@sightline/contract/money";
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
import { monthName } from "./month-name";
import { invoicesQuery } from "./queries";

const rowMonth = (row: InvoiceRow) => row.month;

/** Every month that was billed, and the one that runs. */
export function ListInvoices() {
  const { t } = useTranslation("invoices");
  const { data, error, refetch } = useQuery(invoicesQuery);
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Table
        id="invoices"
        label={t("title")}
        columns={columns}
        rows={data}
        rowId={rowMonth}
        empty={<EmptyState title={t("empty")} />}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
      />
    </Section>
  );
}

function columnsOf(t: TFunction<"invoices">): TableColumn<InvoiceRow>[] {
  return [
    {
      id: "month",
      header: t("month"),
      cell: ({ month }) => (
        <TextLink className="relative" href={`/app/billing/invoice/${month}`}>
          {monthName(month)}
        </TextLink>
      ),
      csv: ({ month }) => month,
    },
    {
      id: "number",
      header: t("number"),
      cell: ({ number }) => (number === null ? t("runs") : <span className="font-mono">{number}</span>),
      csv: ({ number }) => number,
    },
    {
      id: "total",
      header: t("total"),
      align: "end",
      cell: ({ totalMicros }) => (totalMicros === null ? null : <Money micros={totalMicros} />),
      csv: ({ totalMicros }) => (totalMicros === null ? null : formatWireUsd(totalMicros)),
    },
  ];
}
