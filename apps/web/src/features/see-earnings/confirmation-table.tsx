import type { PayConfirmationRow } from "@sightline/contract/earnings";
import { formatUsd } from "@sightline/contract/money";
import { EmptyState } from "@sightline/ui/empty-state";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function ConfirmationTable({ confirmations }: { confirmations: PayConfirmationRow[] }) {
  const { t } = useTranslation("money");
  const columns = useMemo(() => confirmationColumns(t), [t]);
  return (
    <Table
      id="confirmations"
      label={t("earnings.confirmations")}
      columns={columns}
      rows={confirmations}
      rowId={(row) => row.confirmationId}
      empty={
        <EmptyState title={t("earnings.noConfirmations")}>{t("earnings.noConfirmationsBody")}</EmptyState>
      }
    />
  );
}

function confirmationColumns(t: TFunction<"money">): TableColumn<PayConfirmationRow>[] {
  return [
    {
      id: "time",
      header: t("earnings.confirmed"),
      cell: ({ confirmedAtMs }) => <RelativeTime timeMs={confirmedAtMs} focusable />,
      csv: ({ confirmedAtMs }) => new Date(confirmedAtMs).toISOString(),
    },
    {
      id: "answers",
      header: t("earnings.answers"),
      align: "end",
      cell: ({ answers }) => answers,
      csv: ({ answers }) => answers,
    },
    {
      id: "amount",
      header: t("earnings.amount"),
      align: "end",
      cell: ({ micros }) => <Money micros={micros} />,
      csv: ({ micros }) => formatUsd(micros),
    },
  ];
}
