import type { StaffAccountRow } from "@sightline/contract/staff";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { accountColumns } from "./account-columns";
import { type AccountsWanted, accountsQuery } from "./queries";

export interface BrowseAccountsProps extends AccountsWanted {
  onOpen: (accountId: number) => void;
  onPage: (before: number | undefined) => void;
  onShowAll: () => void;
}

const accountId = (account: StaffAccountRow) => account.accountId;

export function BrowseAccounts({ onOpen, onPage, onShowAll, ...wanted }: BrowseAccountsProps) {
  const { t } = useTranslation("staff");
  const { data, error, refetch } = useQuery(accountsQuery(wanted));
  const columns = useMemo(() => accountColumns(t), [t]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <Table
      id="accounts"
      label={t("accounts.label")}
      density="dense"
      columns={columns}
      rows={data?.rows}
      rowId={accountId}
      onOpen={(account) => onOpen(account.accountId)}
      error={
        data === undefined &&
        error && <LoadError title={t("accounts.failed")} error={error} onRetry={refetch} />
      }
      empty={
        <EmptyState
          title={t("accounts.empty")}
          action={<Button onPress={onShowAll}>{t("accounts.clear")}</Button>}
        >
          {t("accounts.emptyBody")}
        </EmptyState>
      }
      paging={{
        onOlder: nextBefore === null ? null : () => onPage(nextBefore),
        onNewest: wanted.before === undefined ? null : () => onPage(undefined),
      }}
    />
  );
}
