import { PageShell } from "@sightline/ui/page-shell";
import { SearchField } from "@sightline/ui/search-field";
import { Select } from "@sightline/ui/select";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BrowseBans } from "../../features/lift-bans/browse-bans";
import { ExemptAddresses } from "../../features/lift-bans/exempt-addresses";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { addText } from "../../lib/text";
import { bansText } from "../../text/bans";

addText("bans", bansText);
const route = getRouteApi("/staff/bans");

export function BansRoute() {
  const { t } = useTranslation("bans");
  const { role } = useMe();
  const { show, search, before } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { ...(show && { show }), ...(search && { search }) };
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      filters={
        <>
          <SearchField
            label={t("search")}
            value={search ?? ""}
            onSearch={(typed) =>
              void navigate({
                search: { ...(show && { show }), ...(typed !== "" && { search: typed }) },
                replace: true,
              })
            }
          />
          <Select
            label={t("show")}
            value={show ?? "running"}
            onChange={(chosen) =>
              void navigate({
                search: { ...(search && { search }), ...(chosen === "all" && { show: "all" as const }) },
              })
            }
            options={[
              { value: "running" as const, label: t("onlyRunning") },
              { value: "all" as const, label: t("all") },
            ]}
          />
        </>
      }
    >
      <BrowseBans
        wanted={{ running: show !== "all", ...(search && { search }), ...(before && { before }) }}
        onPage={(next) =>
          void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
        }
      />
      <ExemptAddresses mayChange={role === "admin"} />
    </PageShell>
  );
}
