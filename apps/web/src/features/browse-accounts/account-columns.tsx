import { formatUsd } from "@sightline/contract/money";
import type { StaffAccountRow } from "@sightline/contract/staff";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { AccountState } from "./account-state";

export function accountColumns(t: TFunction<"staff">): TableColumn<StaffAccountRow>[] {
  return [
    {
      id: "email",
      header: t("accounts.email"),
      cell: (account) => (
        <span className="block max-w-44 truncate font-medium @md:max-w-64 @6xl:max-w-80">
          {account.email}
        </span>
      ),
      csv: (account) => account.email,
    },
    {
      id: "account",
      header: t("accounts.account"),
      align: "end",
      from: "lg",
      cell: (account) => <span className="font-mono text-13">{account.accountId}</span>,
      csv: (account) => account.accountId,
    },
    {
      id: "name",
      header: t("accounts.name"),
      from: "xl",
      cell: (account) => <span className="block max-w-48 truncate">{account.name}</span>,
      csv: (account) => account.name,
    },
    {
      id: "role",
      header: t("accounts.role"),
      cell: (account) => t(`accounts.roles.${account.role}`),
      csv: (account) => account.role,
    },
    {
      id: "state",
      header: t("accounts.state"),
      from: "md",
      cell: (account) => <AccountState account={account} />,
      csv: (account) => (account.suspendedAtMs === null ? "active" : "suspended"),
    },
    ...moneyColumns(t),
    {
      id: "created",
      header: t("accounts.created"),
      align: "end",
      from: "xl",
      cell: (account) => <RelativeTime timeMs={account.createdAtMs} />,
      csv: (account) => new Date(account.createdAtMs).toISOString(),
    },
  ];
}

function moneyColumns(t: TFunction<"staff">): TableColumn<StaffAccountRow>[] {
  const amounts = [
    { id: "available", header: t("accounts.available"), of: (row: StaffAccountRow) => row.availableMicros },
    { id: "held", header: t("accounts.held"), of: (row: StaffAccountRow) => row.heldMicros },
    { id: "pending", header: t("accounts.pending"), of: (row: StaffAccountRow) => row.pendingMicros },
  ];
  return amounts.map(({ id, header, of }) => ({
    id,
    header,
    align: "end",
    from: id === "available" ? "md" : "lg",
    cell: (account) => <Money micros={of(account)} className="text-13" />,
    csv: (account) => formatUsd(of(account)),
  }));
}
