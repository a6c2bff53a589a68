import type { StaffAccountDetail } from "@sightline/contract/staff";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { SidePanel } from "@sightline/ui/side-panel";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useMe } from "../../lib/me";
import { AccountLimits } from "./account-limits";
import { AccountState } from "./account-state";
import { DepositForm } from "./deposit-form";
import { accountQuery } from "./queries";
import { SuspensionForm } from "./suspension-form";

export interface AccountPanelProps {
  accountId: number;
  onClose: () => void;
  /** What else the page shows of the account, at the panel's end. */
  more: (account: StaffAccountDetail) => ReactNode;
}

export function AccountPanel({ accountId, onClose, more }: AccountPanelProps) {
  const { t } = useTranslation("staff");
  const { data, error, refetch } = useQuery(accountQuery(accountId));
  return (
    <SidePanel
      title={data?.email ?? t("accounts.panelTitle", { id: accountId })}
      aside={data && <AccountState account={data} />}
      isOpen
      onClose={onClose}
    >
      {data ? (
        <>
          <AccountDetail account={data} />
          {more(data)}
        </>
      ) : error ? (
        <LoadError title={t("accounts.accountFailed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={8} />
      )}
    </SidePanel>
  );
}

function AccountDetail({ account }: { account: StaffAccountDetail }) {
  const { t } = useTranslation("staff");
  const { role, accountId: ownId } = useMe();
  const isAdmin = role === "admin";
  return (
    <>
      <Facts
        facts={[
          { label: t("accounts.account"), value: <span className="font-mono">{account.accountId}</span> },
          { label: t("accounts.name"), value: account.name },
          { label: t("accounts.role"), value: t(`accounts.roles.${account.role}`) },
          { label: t("accounts.created"), value: <RelativeTime timeMs={account.createdAtMs} focusable /> },
          { label: t("accounts.openTasks"), value: account.openTasks },
          { label: t("accounts.tasks24h"), value: account.tasks24h },
        ]}
      />
      <Section title={t("accounts.money")}>
        <Facts
          facts={[
            { label: t("accounts.available"), value: <Money micros={account.availableMicros} /> },
            { label: t("accounts.held"), value: <Money micros={account.heldMicros} /> },
            { label: t("accounts.pending"), value: <Money micros={account.pendingMicros} /> },
          ]}
        />
      </Section>
      {isAdmin && account.role === "customer" && <DepositForm accountId={account.accountId} />}
      {isAdmin && account.accountId !== ownId && (
        <SuspensionForm
          accountId={account.accountId}
          suspended={account.suspendedAtMs !== null}
          isWorker={account.role === "worker"}
        />
      )}
      {account.limits.length > 0 && <AccountLimits account={account} editable={isAdmin} />}
    </>
  );
}
