import type { CustomerTaskRow } from "@sightline/contract/customer";
import { CopyButton } from "@sightline/ui/copy-button";
import { Duration } from "@sightline/ui/duration";
import { EmptyState } from "@sightline/ui/empty-state";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { formatExact, RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { taskQuery } from "./queries";
import { TaskPicture } from "./task-picture";
import { TaskStateBadge } from "./task-state-badge";

export interface TaskPanelProps {
  taskId: number;
  /** Stands under the facts of a task that is there. */
  more: (task: CustomerTaskRow) => ReactNode;
  onClose: () => void;
}

/** One task beside the list, live until it has ended. */
export function TaskPanel({ taskId, more, onClose }: TaskPanelProps) {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(taskQuery(taskId));
  const task = data?.rows.find((row) => row.taskId === taskId);
  return (
    <SidePanel
      title={t("tasks.panelTitle", { id: taskId })}
      aside={<CopyButton text={String(taskId)} label={t("tasks.copyId")} />}
      isOpen
      onClose={onClose}
    >
      {task ? (
        <>
          <TaskDetail task={task} />
          {more(task)}
        </>
      ) : data ? (
        <EmptyState title={t("tasks.gone")} />
      ) : error ? (
        <LoadError title={t("tasks.failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={6} />
      )}
    </SidePanel>
  );
}

function TaskDetail({ task }: { task: CustomerTaskRow }) {
  const { t } = useTranslation("customer");
  const { answer, finishedAtMs, acceptedAtMs, chargedMicros } = task;
  return (
    <>
      {task.test && <Notice tone="wait">{t("tasks.testNote")}</Notice>}
      <TaskPicture task={task} />
      {answer !== null && (
        <div className="flex items-center gap-2">
          <p className="min-w-0 grow font-mono text-20 break-words">{answer}</p>
          <CopyButton text={answer} label={t("tasks.copyAnswer")} showLabel />
        </div>
      )}
      <Facts
        facts={[
          { label: t("tasks.state"), value: <TaskStateBadge state={task.state} /> },
          ...(task.reasonText ? [{ label: t("tasks.reason"), value: task.reasonText }] : []),
          { label: t("tasks.kind"), value: t(`tasks.kinds.${task.kind}`) },
          { label: t("tasks.price"), value: <Money micros={task.priceMicros} /> },
          {
            label: t("tasks.cost"),
            value: chargedMicros ? (
              <Money micros={chargedMicros} />
            ) : (
              finishedAtMs !== null && t("tasks.free")
            ),
          },
          { label: t("tasks.accepted"), value: <RelativeTime timeMs={acceptedAtMs} focusable /> },
          ...(finishedAtMs === null
            ? []
            : [
                { label: t("tasks.finished"), value: formatExact(finishedAtMs) },
                { label: t("tasks.took"), value: <Duration ms={finishedAtMs - acceptedAtMs} /> },
              ]),
        ]}
      />
    </>
  );
}
