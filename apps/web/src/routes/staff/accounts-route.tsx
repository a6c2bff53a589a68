import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountFilters } from "../../features/browse-accounts/account-filters";
import { AccountPanel } from "../../features/browse-accounts/account-panel";
import { BrowseAccounts } from "../../features/browse-accounts/browse-accounts";
import { InviteStaffDialog } from "../../features/invite-staff/invite-staff-dialog";
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
          onClose={() => void navigate({ search: here, resetScroll: false })}
        />
      )}
      {inviting && <InviteStaffDialog onClose={() => setInviting(false)} />}
    </PageShell>
  );
}
