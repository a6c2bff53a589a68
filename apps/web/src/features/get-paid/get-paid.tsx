import { formatUsd } from "@sightline/contract/money";
import type { PayoutView } from "@sightline/contract/payouts";
import { Badge } from "@sightline/ui/badge";
import { EmptyState } from "@sightline/ui/empty-state";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { AddressForm } from "./address-form";
import { payoutsQuery } from "./queries";

type OwnPayout = PayoutView["payouts"][number];
/** The day is kept as its noon in UTC, so that it is that day nearly everywhere. */
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeZone: "UTC" });
const payoutId = (row: OwnPayout) => row.payoutId;

export function GetPaid() {
  const { t } = useTranslation("payouts");
  const { data, error, refetch } = useQuery(payoutsQuery);
  const columns = useMemo(() => columnsOf(t), [t]);
  if (data === undefined) {
    return error ? (
      <LoadError title={t("failed")} error={error} onRetry={refetch} />
    ) : (
      <LoadingBlock lines={8} />
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <FigureRow
        figures={[
          { label: t("pending"), value: <Money micros={data.pendingMicros} />, note: t("pendingNote") },
          {
            label: t("confirmed"),
            value: <Money micros={data.confirmedMicros} />,
            note: t("confirmedNote", { amount: formatUsd(data.thresholdMicros) }),
          },
          {
            label: t("planned"),
            value: data.plannedAtMs === null ? t("notPlanned") : dayFormat.format(data.plannedAtMs),
          },
        ]}
      />
      {data.heldReason !== null && <Notice tone="wait">{t("held", { reason: data.heldReason })}</Notice>}
      <AddressForm view={data} />
      <Section title={t("historyTitle")}>
        <Table
          id="own-payouts"
          label={t("historyTitle")}
          columns={columns}
          rows={data.payouts}
          rowId={payoutId}
          empty={<EmptyState title={t("empty")} />}
        />
      </Section>
    </div>
  );
}

function columnsOf(t: TFunction<"payouts">): TableColumn<OwnPayout>[] {
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
      cell: (row) => <Money micros={row.micros} className="text-13" />,
      csv: (row) => formatUsd(row.micros),
    },
    {
      id: "state",
      header: t("state"),
      cell: (row) => (
        <Badge tone={row.state === "paid" ? "good" : row.state === "reserved" ? "active" : "neutral"}>
          {t(`states.${row.state}`)}
        </Badge>
      ),
      csv: (row) => row.state,
    },
    {
      id: "to",
      header: t("to"),
      from: "md",
      cell: (row) => <span className="block max-w-56 truncate font-mono text-13">{row.address}</span>,
      csv: (row) => row.address,
    },
  ];
}
