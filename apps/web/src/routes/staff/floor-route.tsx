import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { WatchFloor } from "../../features/watch-floor/watch-floor";
import { BRAND } from "../../lib/brand";

const route = getRouteApi("/staff/floor");

export function FloorRoute() {
  const { t } = useTranslation("staff");
  const { task } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PageShell title={t("queue.title")} lead={t("queue.lead")} brand={BRAND}>
      <WatchFloor
        openedTaskId={task ?? null}
        onOpen={(taskId) =>
          void navigate({ search: taskId === null ? {} : { task: taskId }, resetScroll: false })
        }
      />
    </PageShell>
  );
}
