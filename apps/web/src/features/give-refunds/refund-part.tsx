import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextField } from "@sightline/ui/text-field";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LoadError } from "../../components/load-error";
import { useForm } from "../../lib/use-form";
import { taskToRefundQuery } from "./queries";
import { RefundPartForm } from "./refund-part-form";

/** One task by its number, and a part of its price given back. */
export function RefundPart() {
  const { t } = useTranslation("refunds");
  const [taskId, setTaskId] = useState<number | null>(null);
  const schema = useMemo(
    () =>
      z.object({
        task: z
          .string()
          .trim()
          .regex(/^[1-9]\d{0,14}$/, t("taskWrong")),
      }),
    [t],
  );
  const form = useForm(schema, { task: "" }, ({ task }) => setTaskId(Number(task)));
  return (
    <Section title={t("part")} lead={t("partLead")}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 grow sm:max-w-80">
          <TextField
            {...form.field("task")}
            label={t("taskNumber")}
            inputMode="numeric"
            autoComplete="off"
            mono
          />
        </div>
        <Button type="submit">{t("lookAtTask")}</Button>
      </form>
      {taskId !== null && <FoundTask key={taskId} taskId={taskId} />}
    </Section>
  );
}

function FoundTask({ taskId }: { taskId: number }) {
  const { t } = useTranslation("refunds");
  const { data, error, refetch } = useQuery(taskToRefundQuery(taskId));
  if (data) return <RefundPartForm task={data} />;
  if (error) return <LoadError title={t("taskFailed")} error={error} onRetry={refetch} />;
  return <LoadingBlock lines={3} />;
}
