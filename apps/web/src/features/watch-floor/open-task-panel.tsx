import type { FloorView, OpenTaskRow } from "@sightline/contract/staff";
import { EmptyState } from "@sightline/ui/empty-state";
import { Facts } from "@sightline/ui/figure-row";
import { RelativeTime } from "@sightline/ui/relative-time";
import { SidePanel } from "@sightline/ui/side-panel";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextLink } from "@sightline/ui/text-link";
import { useTranslation } from "react-i18next";
import { OpenTaskBadge } from "./open-task-badge";

export interface OpenTaskPanelProps {
  taskId: number;
  floor: FloorView | undefined;
  onClose: () => void;
}

export function OpenTaskPanel({ taskId, floor, onClose }: OpenTaskPanelProps) {
  const { t } = useTranslation("staff");
  const task = floor?.rows.find((row) => row.taskId === taskId);
  return (
    <SidePanel title={t("queue.panelTitle", { id: taskId })} isOpen onClose={onClose}>
      {task ? (
        <OpenTask task={task} />
      ) : floor ? (
        <EmptyState title={t("queue.gone")} />
      ) : (
        <LoadingBlock lines={5} />
      )}
    </SidePanel>
  );
}

function OpenTask({ task }: { task: OpenTaskRow }) {
  const { t } = useTranslation("staff");
  return (
    <>
      <Facts
        facts={[
          { label: t("queue.state"), value: <OpenTaskBadge state={task.state} /> },
          { label: t("queue.kind"), value: t(`queue.kinds.${task.kind}`) },
          { label: t("queue.customer"), value: task.customerEmail },
          { label: t("queue.worker"), value: task.workerEmail ?? t("queue.nobody") },
          { label: t("queue.accepted"), value: <RelativeTime timeMs={task.acceptedAtMs} focusable /> },
          { label: t("queue.expires"), value: <RelativeTime timeMs={task.expiresAtMs} focusable /> },
          ...(task.leaseUntilMs === null
            ? []
            : [{ label: t("queue.lease"), value: <RelativeTime timeMs={task.leaseUntilMs} focusable /> }]),
          { label: t("queue.votes"), value: task.unreadableVotes },
        ]}
      />
      <TextLink
        href={`/staff/accounts?search=${encodeURIComponent(task.customerEmail)}`}
        className="self-start"
      >
        {t("queue.customerAccount")}
      </TextLink>
    </>
  );
}
