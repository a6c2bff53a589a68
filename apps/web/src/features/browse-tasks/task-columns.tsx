import type { CustomerTaskRow } from "@sightline/contract/customer";
import { formatUsd } from "@sightline/contract/money";
import { Badge } from "@sightline/ui/badge";
import { formatDuration } from "@sightline/ui/duration";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { TaskStateBadge } from "./task-state-badge";

export function taskColumns(t: TFunction<"customer">): TableColumn<CustomerTaskRow>[] {
  return [
    {
      id: "task",
      header: t("tasks.task"),
      cell: (task) => <span className="font-mono text-13">{task.taskId}</span>,
      csv: (task) => task.taskId,
    },
    {
      id: "picture",
      header: t("tasks.picture"),
      from: "md",
      cell: (task) =>
        task.imageUrl && (
          <img src={task.imageUrl} alt="" loading="lazy" className="h-8 max-w-24 rounded-6 object-contain" />
        ),
    },
    {
      id: "state",
      header: t("tasks.state"),
      cell: (task) => (
        <span className="inline-flex items-center gap-1.5">
          <TaskStateBadge state={task.state} />
          {task.test && <Badge tone="wait">{t("tasks.test")}</Badge>}
        </span>
      ),
      csv: (task) => task.state,
    },
    {
      id: "answer",
      header: t("tasks.answer"),
      from: "sm",
      cell: (task) => <span className="block max-w-64 truncate font-mono text-13">{task.answer}</span>,
      csv: (task) => task.answer,
    },
    {
      id: "cost",
      header: t("tasks.cost"),
      align: "end",
      from: "lg",
      cell: (task) =>
        task.chargedMicros !== null && <Money micros={task.chargedMicros} className="text-13" />,
      csv: (task) => (task.chargedMicros === null ? null : formatUsd(task.chargedMicros)),
    },
    {
      id: "took",
      header: t("tasks.took"),
      align: "end",
      from: "lg",
      cell: (task) => task.finishedAtMs !== null && formatDuration(task.finishedAtMs - task.acceptedAtMs),
      csv: (task) => (task.finishedAtMs === null ? null : task.finishedAtMs - task.acceptedAtMs),
    },
    {
      id: "accepted",
      header: t("tasks.accepted"),
      align: "end",
      from: "md",
      cell: (task) => <RelativeTime timeMs={task.acceptedAtMs} />,
      csv: (task) => new Date(task.acceptedAtMs).toISOString(),
    },
  ];
}
