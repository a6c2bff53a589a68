import type { StaffAccountDetail } from "@sightline/contract/staff";
import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountFilters } from "../../features/browse-accounts/account-filters";
import { AccountPanel } from "../../features/browse-accounts/account-panel";
import { BrowseAccounts } from "../../features/browse-accounts/browse-accounts";
import { AskRole } from "../../features/change-roles/ask-role";
import { WaitingRoles } from "../../features/change-roles/waiting-roles";
import { AccountTimeline } from "../../features/follow-account/account-timeline";
import { ViewAs } from "../../features/follow-account/view-as";
import { InviteStaffDialog } from "../../features/invite-staff/invite-staff-dialog";
import { WaitingInvitations } from "../../features/invite-staff/waiting-invitations";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

const route = getRouteApi("/staff/accounts");

/** The address holds the search, the role, the page and the open account. */
export function AccountsRoute() {
  const { t } = useTranslation("staff");
  const { account, before, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const [inviting, setInviting] = useState(false);
  const isAdmin = useMe().role === "admin";
  const place = before === undefined ? {} : { before };
  const here = { ...filter, ...place };
  const open = account === undefined ? {} : { account };
  return (
    <PageShell
      title={t("accounts.title")}
      brand={BRAND}
      primaryAction={isAdmin && <Button onPress={() => setInviting(true)}>{t("invite.open")}</Button>}
      filters={
        <AccountFilters
          wanted={filter}
          // The search follows the typing a moment later: an account that was opened meanwhile stays open.
          onChange={(search) => void navigate({ search: { ...search, ...open }, replace: true })}
        />
      }
    >
      {isAdmin && <WaitingRoles />}
      {isAdmin && <WaitingInvitations />}
      <BrowseAccounts
        {...here}
        onOpen={(accountId) => void navigate({ search: { ...here, account: accountId }, resetScroll: false })}
        onPage={(next) =>
          void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
        }
        onShowAll={() => void navigate({ search: {} })}
      />
      {account !== undefined && (
        <AccountPanel
          key={account}
          accountId={account}
          more={(shown) => <AccountMore account={shown} isAdmin={isAdmin} />}
          onClose={() => void navigate({ search: here, resetScroll: false })}
        />
      )}
      {inviting && <InviteStaffDialog onClose={() => setInviting(false)} />}
    </PageShell>
  );
}

/** What admins do with an account beside its money, and what has happened to it. */
function AccountMore({ account, isAdmin }: { account: StaffAccountDetail; isAdmin: boolean }) {
  const { accountId: ownId } = useMe();
  const { accountId, role } = account;
  return (
    <>
      {isAdmin && (role === "customer" || role === "worker") && <ViewAs account={account} />}
      {isAdmin && (role === "moderator" || role === "admin") && accountId !== ownId && (
        <AskRole accountId={accountId} role={role} />
      )}
      <AccountTimeline accountId={accountId} />
    </>
  );
}
