import { formatUsd, parseUsd } from "@sightline/contract/money";
import type { TaskToRefund } from "@sightline/contract/refunds";
import { Button } from "@sightline/ui/button";
import { FigureRow } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { refundPartMutation } from "./queries";

/** What a task has cost, and how much of it goes back; the button says it. */
export function RefundPartForm({ task }: { task: TaskToRefund }) {
  const { t } = useTranslation(["refunds", "staff"]);
  const toast = useToast();
  const give = useMutation(refundPartMutation());
  const { taskId, chargedMicros, hindrance } = task;
  const schema = useMemo(() => partSchema(t, chargedMicros), [t, chargedMicros]);
  const form = useForm(schema, { amount: "", reason: "" }, ({ amount, reason }) =>
    give.mutate(
      { taskId, micros: amount, reason },
      {
        onSuccess: ({ refundedMicros }) => {
          toast({ tone: "good", text: t("sent", { amount: formatUsd(refundedMicros) }) });
          form.reset();
        },
      },
    ),
  );
  const typed = parseUsd(form.values.amount);
  return (
    <div className="flex flex-col gap-4">
      <FigureRow
        figures={[
          { label: t("leftOfTask"), value: <Money micros={chargedMicros} /> },
          {
            label: t("taskOf"),
            value: <span className="break-all">{task.email ?? task.accountId}</span>,
            note: t(`staff:queue.kinds.${task.kind}`),
          },
        ]}
      />
      {hindrance !== null ? (
        <Notice tone="info">{t(`hindrances.${hindrance}`)}</Notice>
      ) : (
        <form noValidate onSubmit={form.onSubmit} className="flex max-w-xl flex-col gap-4">
          <TextField
            {...form.field("amount")}
            label={t("amount")}
            inputMode="decimal"
            autoComplete="off"
            suffix="USD"
            mono
          />
          <TextField {...form.field("reason")} label={t("reason")} help={t("reasonHelp")} lines={2} />
          <SendError title={t("partFailed")} error={give.error} />
          <Button type="submit" tone="danger" isPending={give.isPending} className="self-start">
            {typed === null || typed === 0 ? t("sendNothing") : t("sendPart", { amount: formatUsd(typed) })}
          </Button>
        </form>
      )}
    </div>
  );
}

function partSchema(t: TFunction<["refunds", "staff"]>, leftMicros: number) {
  return z.object({
    amount: z
      .string()
      .transform(parseUsd)
      .refine((micros): micros is number => micros !== null && micros > 0, t("amountWrong"))
      .refine((micros) => micros <= leftMicros, t("amountOver", { amount: formatUsd(leftMicros) })),
    reason: z.string().trim().min(3, t("reasonMissing")).max(500),
  });
}
