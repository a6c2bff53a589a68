import type { StatementEntry } from "@sightline/contract/ledger";
import { formatUsd } from "@sightline/contract/money";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";

export function statementColumns(t: TFunction<"money">): TableColumn<StatementEntry>[] {
  return [
    {
      id: "entry",
      header: t("statement.entry"),
      cell: (entry) => <span className="block max-w-80 min-w-36">{entry.says}</span>,
      csv: (entry) => entry.says,
    },
    {
      id: "time",
      header: t("statement.time"),
      from: "md",
      cell: (entry) => <RelativeTime timeMs={entry.atMs} />,
      csv: (entry) => new Date(entry.atMs).toISOString(),
    },
    {
      id: "cause",
      header: t("statement.cause"),
      from: "lg",
      cell: (entry) => (
        <span className="font-mono text-13">
          {t(`statement.causes.${entry.cause}`, { id: entry.causeId })}
        </span>
      ),
      csv: (entry) => t(`statement.causes.${entry.cause}`, { id: entry.causeId }),
    },
    amount(t("statement.available"), "available", (entry) => entry.availableMicros),
    { ...amount(t("statement.held"), "held", (entry) => entry.heldMicros), from: "md" },
    { ...amount(t("statement.pending"), "pending", (entry) => entry.pendingMicros), from: "md" },
  ];
}

function amount(
  header: string,
  id: string,
  of: (entry: StatementEntry) => number,
): TableColumn<StatementEntry> {
  return {
    id,
    header,
    align: "end",
    cell: (entry) => (of(entry) === 0 ? "–" : <Money micros={of(entry)} className="text-13" />),
    csv: (entry) => formatUsd(of(entry)),
  };
}
