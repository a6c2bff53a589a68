import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BrowseStaffActs } from "../../features/browse-staff-acts/browse-staff-acts";
import { StaffActFilters } from "../../features/browse-staff-acts/staff-act-filters";
import { VerifyChain } from "../../features/browse-staff-acts/verify-chain";
import { BRAND } from "../../lib/brand";

const route = getRouteApi("/staff/audit");

/** The address holds the filters, the page and the open act. */
export function AuditRoute() {
  const { t } = useTranslation("staffAudit");
  const { opened, ...wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const { before: _page, ...filter } = wanted;
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      filters={
        <StaffActFilters wanted={filter} onChange={(search) => void navigate({ search, replace: true })} />
      }
    >
      <VerifyChain wanted={wanted} />
      <BrowseStaffActs
        wanted={wanted}
        openedId={opened}
        onOpen={(id) =>
          void navigate({ search: id === undefined ? wanted : { ...wanted, opened: id }, resetScroll: false })
        }
        onPage={(before) => void navigate({ search: before === undefined ? filter : { ...filter, before } })}
        onShowAll={() => void navigate({ search: {} })}
      />
    </PageShell>
  );
}
