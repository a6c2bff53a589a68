import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CallList } from "../../features/read-request-log/call-list";
import { CallPanel } from "../../features/read-request-log/call-panel";
import { LogFilters } from "../../features/read-request-log/log-filters";
import { BRAND } from "../../lib/brand";
import { addText } from "../../lib/text";
import { requestLogText } from "../../text/request-log";

addText("requestLog", requestLogText);
const route = getRouteApi("/app/log");

/** The address holds filters, page and the open call, so that a link shows the same to a colleague. */
export function LogRoute() {
  const { t } = useTranslation("requestLog");
  const { outcome, address, task, before, call, paused } = route.useSearch();
  const navigate = route.useNavigate();
  const filters = {
    ...(outcome && { outcome }),
    ...(address && { address }),
    ...(task && { taskId: task }),
  };
  const kept = { ...(outcome && { outcome }), ...(address && { address }), ...(task && { task }) };
  const place = { ...kept, ...(before && { before }), ...(paused && { paused }) };
  const live = !paused && before === undefined;
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      filters={
        <LogFilters
          wanted={filters}
          onChange={({ taskId, ...changed }) =>
            void navigate({ search: { ...changed, ...(taskId && { task: taskId }) } })
          }
          live={live}
          onLive={
            before === undefined
              ? (on) => void navigate({ search: on ? kept : { ...kept, paused: true } })
              : null
          }
        />
      }
    >
      <CallList
        wanted={{ ...filters, ...(before && { before }) }}
        live={live}
        onOpen={(id) => void navigate({ search: { ...place, call: id }, resetScroll: false })}
        onPage={(next) => void navigate({ search: next === undefined ? kept : { ...kept, before: next } })}
        onShowAll={() => void navigate({ search: {} })}
      />
      {call !== undefined && (
        <CallPanel id={call} onClose={() => void navigate({ search: place, resetScroll: false })} />
      )}
    </PageShell>
  );
}
