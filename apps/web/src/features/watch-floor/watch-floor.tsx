import type { OpenTaskRow } from "@sightline/contract/staff";
import { EmptyState } from "@sightline/ui/empty-state";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { FloorAlarms } from "./floor-alarms";
import { FloorFigures } from "./floor-figures";
import { openTaskColumns } from "./open-task-columns";
import { OpenTaskPanel } from "./open-task-panel";
import { floorQuery } from "./queries";

export interface WatchFloorProps {
  openedTaskId: number | null;
  onOpen: (taskId: number | null) => void;
}

const taskId = (task: OpenTaskRow) => task.taskId;

/** The live queue: figures, then every open task. */
export function WatchFloor({ openedTaskId, onOpen }: WatchFloorProps) {
  const { t } = useTranslation("staff");
  const { data, error, refetch } = useQuery(floorQuery);
  const columns = useMemo(() => openTaskColumns(t), [t]);
  if (data === undefined && error) {
    return <LoadError title={t("queue.failed")} error={error} onRetry={refetch} />;
  }
  return (
    <>
      {data && <FloorAlarms alarms={data.alarms} />}
      {data ? <FloorFigures floor={data} /> : <LoadingBlock lines={2} />}
      <Table
        id="open-tasks"
        label={t("queue.label")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={taskId}
        onOpen={(task) => onOpen(task.taskId)}
        empty={<EmptyState title={t("queue.empty")}>{t("queue.emptyBody")}</EmptyState>}
      />
      {openedTaskId !== null && (
        <OpenTaskPanel taskId={openedTaskId} floor={data} onClose={() => onOpen(null)} />
      )}
    </>
  );
}
