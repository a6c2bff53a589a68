import type { DepositRow } from "@sightline/contract/deposits";
import { formatUsd } from "@sightline/contract/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import { TextLink } from "@sightline/ui/text-link";
import type { TFunction } from "i18next";
import { DepositAmount, DepositStateBadge } from "../../components/deposit-cells";

export function depositColumns(t: TFunction<"billing">): TableColumn<DepositRow>[] {
  return [
    {
      id: "when",
      header: t("when"),
      cell: (row) => <RelativeTime timeMs={row.atMs} />,
      csv: (row) => new Date(row.atMs).toISOString(),
    },
    {
      id: "amount",
      header: t("amount"),
      align: "end",
      cell: (row) => <DepositAmount row={row} />,
      csv: (row) => (row.amountMicros === null ? row.amount : formatUsd(row.amountMicros)),
    },
    {
      id: "state",
      header: t("state"),
      cell: (row) => <DepositStateBadge row={row} />,
      csv: (row) => row.state,
    },
    {
      id: "source",
      header: t("source"),
      from: "md",
      cell: (row) => t(row.source),
      csv: (row) => row.source,
    },
    {
      id: "transaction",
      header: t("transaction"),
      from: "lg",
      cell: (row) => (
        <span className="block max-w-48 truncate font-mono text-13">{row.txHash ?? row.reason}</span>
      ),
      csv: (row) => row.txHash ?? row.reason,
    },
    {
      id: "receipt",
      header: t("receipt"),
      cell: (row) =>
        row.state === "booked" &&
        row.amountMicros !== null && (
          <TextLink className="relative" href={`/app/billing/receipt/${row.depositId}`}>
            {t("receipt")}
            <span className="sr-only"> {t("receiptOf", { amount: formatUsd(row.amountMicros) })}</span>
          </TextLink>
        ),
    },
  ];
}
