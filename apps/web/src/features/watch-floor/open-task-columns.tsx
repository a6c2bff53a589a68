import type { OpenTaskRow } from "@sightline/contract/staff";
import { RelativeTime } from "@sightline/ui/relative-time";
import type { TableColumn } from "@sightline/ui/table-columns";
import type { TFunction } from "i18next";
import { OpenTaskBadge } from "./open-task-badge";

export function openTaskColumns(t: TFunction<"staff">): TableColumn<OpenTaskRow>[] {
  return [
    {
      id: "task",
      header: t("queue.task"),
      cell: (task) => <span className="font-mono text-12 @md:text-13">{task.taskId}</span>,
      csv: (task) => task.taskId,
    },
    {
      id: "state",
      header: t("queue.state"),
      cell: (task) => <OpenTaskBadge state={task.state} />,
      csv: (task) => task.state,
    },
    {
      id: "customer",
      header: t("queue.customer"),
      from: "md",
      cell: (task) => task.customerEmail,
      csv: (task) => task.customerEmail,
    },
    {
      id: "worker",
      header: t("queue.worker"),
      from: "sm",
      cell: (task) => task.workerEmail ?? <span className="text-text-quiet">{t("queue.nobody")}</span>,
      csv: (task) => task.workerEmail,
    },
    {
      id: "votes",
      header: t("queue.votes"),
      align: "end",
      from: "xl",
      cell: (task) => task.unreadableVotes,
      csv: (task) => task.unreadableVotes,
    },
    {
      id: "accepted",
      header: t("queue.accepted"),
      align: "end",
      from: "lg",
      cell: (task) => <RelativeTime timeMs={task.acceptedAtMs} />,
      csv: (task) => new Date(task.acceptedAtMs).toISOString(),
    },
    {
      id: "expires",
      header: t("queue.expires"),
      align: "end",
      from: "md",
      cell: (task) => <RelativeTime timeMs={task.expiresAtMs} />,
      csv: (task) => new Date(task.expiresAtMs).toISOString(),
    },
  ];
}
