import { PageShell } from "@sightline/ui/page-shell";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LatestTasks } from "../../features/browse-tasks/latest-tasks";
import { SeeOverview } from "../../features/see-overview/see-overview";
import { SendFirstImage } from "../../features/send-first-image/send-first-image";
import { BRAND } from "../../lib/brand";

export function OverviewRoute() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  return (
    <PageShell title={t("overview.title")} brand={BRAND}>
      <SeeOverview
        firstStep={<SendFirstImage apiKey={null} />}
        onward={<LatestTasks onOpen={(task) => void navigate({ to: "/app/tasks", search: { task } })} />}
      />
    </PageShell>
  );
}
