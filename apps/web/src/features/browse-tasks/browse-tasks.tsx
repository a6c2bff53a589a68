import type { CustomerTaskRow } from "@sightline/contract/customer";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { NoTasks } from "./no-tasks";
import { type TasksWanted, tasksQuery } from "./queries";
import { selectColumn } from "./select-column";
import { taskColumns } from "./task-columns";

export interface BrowseTasksProps extends TasksWanted {
  onOpen: (taskId: number) => void;
  onPage: (before: number | undefined) => void;
  onShowAll: () => void;
  /** Null for who may report none. */
  selected: ReadonlySet<number> | null;
  onSelect: (taskId: number, selected: boolean) => void;
}

const taskId = (task: CustomerTaskRow) => task.taskId;

export function BrowseTasks({ onOpen, onPage, onShowAll, selected, onSelect, ...wanted }: BrowseTasksProps) {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(tasksQuery(wanted));
  const columns = useMemo(
    () => [...taskColumns(t), ...(selected ? [selectColumn(t, { selected, onSelect })] : [])],
    [t, selected, onSelect],
  );
  const nextBefore = data?.nextBefore ?? null;
  return (
    <Table
      id="tasks"
      label={t("tasks.label")}
      columns={columns}
      rows={data?.rows}
      rowId={taskId}
      onOpen={(task) => onOpen(task.taskId)}
      error={
        data === undefined && error && <LoadError title={t("tasks.failed")} error={error} onRetry={refetch} />
      }
      empty={<NoTasks filtered={wanted.state !== undefined} onShowAll={onShowAll} />}
      paging={{
        onOlder: nextBefore === null ? null : () => onPage(nextBefore),
        onNewest: wanted.before === undefined ? null : () => onPage(undefined),
      }}
    />
  );
}
