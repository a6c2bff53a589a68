import { PageShell } from "@sightline/ui/page-shell";
import { SearchField } from "@sightline/ui/search-field";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BrowseWorkers } from "../../features/browse-workers/browse-workers";
import { WorkerPanel } from "../../features/browse-workers/worker-panel";
import { EstimateSkills } from "../../features/estimate-skills/estimate-skills";
import { BRAND } from "../../lib/brand";

const route = getRouteApi("/staff/workers");

/** The address holds the search, the page and the open worker. */
export function StaffWorkersRoute() {
  const { t } = useTranslation("workers");
  const { search, before, worker } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = search === undefined ? {} : { search };
  const here = before === undefined ? filter : { ...filter, before };
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      filters={
        <SearchField
          label={t("search")}
          value={search ?? ""}
          onSearch={(typed) => void navigate({ search: typed ? { search: typed } : {}, replace: true })}
        />
      }
    >
      <EstimateSkills />
      <BrowseWorkers
        wanted={here}
        onOpen={(workerId) => void navigate({ search: { ...here, worker: workerId }, resetScroll: false })}
        onPage={(next) =>
          void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
        }
      />
      {worker !== undefined && (
        <WorkerPanel
          key={worker}
          workerId={worker}
          onClose={() => void navigate({ search: here, resetScroll: false })}
        />
      )}
    </PageShell>
  );
}
