import { EmptyState } from "@sightline/ui/empty-state";
import { PageShell } from "@sightline/ui/page-shell";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { LatestTasks } from "../../features/browse-tasks/latest-tasks";
import { SeeOverview } from "../../features/see-overview/see-overview";
import { SendFirstImage } from "../../features/send-first-image/send-first-image";
import { BRAND } from "../../lib/brand";
import { useTeamMay } from "../../lib/team";

const SeeCharts = lazy(async () => ({
  default: (await import("../../features/see-charts/see-charts")).SeeCharts,
}));
const route = getRouteApi("/app/");

export function OverviewRoute() {
  const { t } = useTranslation("customer");
  const { span = "day", kind } = route.useSearch();
  const navigate = route.useNavigate();
  const maySend = useTeamMay("playground");
  const maySee = useTeamMay("tasks");
  return (
    <PageShell title={t("overview.title")} brand={BRAND}>
      <div className="flex flex-col gap-10">
        <SeeOverview
          firstStep={
            maySend ? (
              <SendFirstImage apiKey={null} inApp />
            ) : (
              <EmptyState title={t("tasks.empty")}>{t("tasks.emptyBody")}</EmptyState>
            )
          }
          onward={
            maySee && <LatestTasks onOpen={(task) => void navigate({ to: "/app/tasks", search: { task } })} />
          }
        />
        <Suspense fallback={<LoadingBlock lines={6} />}>
          <SeeCharts
            wanted={{ span, ...(kind && { kind }) }}
            onChange={(search) => void navigate({ search, resetScroll: false })}
          />
        </Suspense>
      </div>
    </PageShell>
  );
}
