import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SwitchKinds } from "../../features/switch-kinds/switch-kinds";
import { FloorHealth } from "../../features/watch-floor/floor-health";
import { WatchFloor } from "../../features/watch-floor/watch-floor";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";
import { addText } from "../../lib/text";
import { floorText } from "../../text/floor";

addText("floor", floorText);
const route = getRouteApi("/staff/floor");

export function FloorRoute() {
  const { t } = useTranslation("staff");
  const { role } = useMe();
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
      <FloorHealth />
      <SwitchKinds mayChange={role === "admin"} />
    </PageShell>
  );
}
