import type { StaffDepositRow } from "@sightline/contract/deposits";
import { formatUsd } from "@sightline/contract/money";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { RelativeTime } from "@sightline/ui/relative-time";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { Table } from "@sightline/ui/table";
import type { TableColumn } from "@sightline/ui/table-columns";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DepositAmount, DepositStateBadge } from "../../components/deposit-cells";
import { LoadError } from "../../components/load-error";
import { ChainState } from "./chain-state";
import { DecideDialog } from "./decide-dialog";
import { depositsStateQuery, staffDepositsQuery } from "./queries";
import { WaitingBookings } from "./waiting-bookings";

const depositId = (row: StaffDepositRow) => row.depositId;

export function DecideDeposits() {
  const { t } = useTranslation("billing");
  const [before, setBefore] = useState<number | undefined>();
  const [deciding, setDeciding] = useState<StaffDepositRow | null>(null);
  const state = useQuery(depositsStateQuery);
  const { data, error, refetch } = useQuery(staffDepositsQuery(before));
  const columns = useMemo(() => columnsOf(t, setDeciding), [t]);
  const next = data?.nextBefore ?? null;
  return (
    <div className="flex flex-col gap-8">
      {state.data ? (
        <>
          <ChainState chain={state.data.chain} />
          <WaitingBookings waiting={state.data.waiting} />
        </>
      ) : state.error ? (
        <LoadError title={t("staff.failed")} error={state.error} onRetry={state.refetch} />
      ) : (
        <LoadingBlock lines={3} />
      )}
      <Table
        id="staff-deposits"
        label={t("history")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={depositId}
        error={
          data === undefined &&
          error && <LoadError title={t("staff.failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("staff.empty")} />}
        paging={{
          onOlder: next === null ? null : () => setBefore(next),
          onNewest: before === undefined ? null : () => setBefore(undefined),
        }}
      />
      {deciding && (
        <DecideDialog key={deciding.depositId} deposit={deciding} onClose={() => setDeciding(null)} />
      )}
    </div>
  );
}

function columnsOf(
  t: TFunction<"billing">,
  onDecide: (row: StaffDepositRow) => void,
): TableColumn<StaffDepositRow>[] {
  return [
    {
      id: "customer",
      header: t("staff.customer"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-1 py-1 @md:py-0">
          <span className="block max-w-32 truncate font-medium @md:max-w-44">{row.email}</span>
          <span className="@md:hidden">
            <StaffDepositState row={row} t={t} />
          </span>
        </span>
      ),
      csv: (row) => row.email,
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
      from: "sm",
      cell: (row) => <StaffDepositState row={row} t={t} />,
      csv: (row) => row.state,
    },
    {
      id: "when",
      header: t("when"),
      from: "md",
      align: "end",
      cell: (row) => <RelativeTime timeMs={row.atMs} />,
      csv: (row) => new Date(row.atMs).toISOString(),
    },
    {
      id: "reason",
      header: t("transaction"),
      from: "lg",
      cell: (row) => (
        <span className="block max-w-56 truncate font-mono text-13">{row.txHash ?? row.reason}</span>
      ),
      csv: (row) => row.txHash ?? row.reason,
    },
    {
      id: "act",
      header: t("staff.act"),
      align: "end",
      cell: (row) =>
        (row.missing || row.state === "unsupported" || row.state === "too_small") && (
          <Button size="small" onPress={() => onDecide(row)}>
            {row.missing ? t("staff.reverse") : t("staff.book")}
          </Button>
        ),
    },
  ];
}

function StaffDepositState({ row, t }: { row: StaffDepositRow; t: TFunction<"billing"> }) {
  return row.missing ? <Badge tone="bad">{t("staff.missing")}</Badge> : <DepositStateBadge row={row} />;
}
