import { PageShell } from "@sightline/ui/page-shell";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { BrowseTasks } from "../../features/browse-tasks/browse-tasks";
import { TaskPanel } from "../../features/browse-tasks/task-panel";
import { TaskStateFilter } from "../../features/browse-tasks/task-state-filter";
import { TaskTimeline } from "../../features/follow-task/task-timeline";
import { BulkBar } from "../../features/report-tasks/bulk-bar";
import { ReportTask } from "../../features/report-tasks/report-task";
import { BRAND } from "../../lib/brand";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { reportsText } from "../../text/reports";
import { requestLogText } from "../../text/request-log";

addText("requestLog", requestLogText);
addText("reports", reportsText);
const route = getRouteApi("/app/tasks");

/** The address holds the filter, the page and the open task, so that a link shows the same to the next person. */
export function TasksRoute() {
  const { t } = useTranslation("customer");
  const { state, before, task } = route.useSearch();
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const select = useCallback(
    (taskId: number, on: boolean) =>
      setSelected((before) => new Set(on ? [...before, taskId] : [...before].filter((id) => id !== taskId))),
    [],
  );
  const mayReport = useTeamMay("tasks_report");
  const filter = state === undefined ? {} : { state };
  const place = before === undefined ? {} : { before };
  return (
    <PageShell
      title={t("tasks.title")}
      lead={t("tasks.lead")}
      brand={BRAND}
      filters={
        <TaskStateFilter
          state={state}
          onChange={(chosen) => void navigate({ search: chosen === undefined ? {} : { state: chosen } })}
        />
      }
    >
      <BulkBar selected={[...selected]} onClear={() => setSelected(new Set())} />
      <BrowseTasks
        selected={mayReport ? selected : null}
        onSelect={select}
        {...filter}
        {...place}
        onOpen={(taskId) =>
          void navigate({ search: { ...filter, ...place, task: taskId }, resetScroll: false })
        }
        onPage={(next) =>
          void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
        }
        onShowAll={() => void navigate({ search: {} })}
      />
      {task !== undefined && (
        <TaskPanel
          taskId={task}
          more={(row) => (
            <>
              {mayReport && <ReportTask task={row} />}
              <TaskTimeline taskId={row.taskId} />
            </>
          )}
          onClose={() => void navigate({ search: { ...filter, ...place }, resetScroll: false })}
        />
      )}
    </PageShell>
  );
}
