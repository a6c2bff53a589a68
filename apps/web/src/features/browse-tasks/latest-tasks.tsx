import type { CustomerTaskRow } from "@sightline/contract/customer";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { NoTasks } from "./no-tasks";
import { tasksQuery } from "./queries";
import { taskColumns } from "./task-columns";

const LATEST = 8;
const taskId = (task: CustomerTaskRow) => task.taskId;

/** A glimpse of the newest tasks; opening one leads to the page of all of them. */
export function LatestTasks({ onOpen }: { onOpen: (taskId: number) => void }) {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(tasksQuery({ limit: LATEST }));
  const columns = useMemo(() => taskColumns(t), [t]);
  return (
    <Section
      title={t("overview.latest")}
      action={<TextLink href="/app/tasks">{t("overview.tasks")}</TextLink>}
    >
      <Table
        id="latest-tasks"
        label={t("overview.latest")}
        columns={columns}
        rows={data?.rows}
        rowId={taskId}
        onOpen={(task) => onOpen(task.taskId)}
        error={
          data === undefined &&
          error && <LoadError title={t("tasks.failed")} error={error} onRetry={refetch} />
        }
        empty={<NoTasks filtered={false} onShowAll={() => {}} />}
        tools={false}
      />
    </Section>
  );
}
