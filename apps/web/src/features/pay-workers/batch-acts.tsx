import { formatUsd } from "@sightline/contract/money";
import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { enterTransactionSchema } from "@sightline/contract/payouts";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { decideBatchMutation, enterTransactionMutation, exportBatch } from "./queries";
import { saveFile } from "./save-file";

const schema = enterTransactionSchema.pick({ txHash: true });

/** What can be done with a batch now: approve or cancel it; once approved, sign it and name the transaction. */
export function BatchActs({ batch }: { batch: PayoutBatchRow }) {
  const { t } = useTranslation("payouts");
  const decide = useMutation(decideBatchMutation());
  const { batchId } = batch;
  const unlooked = batch.rows.filter(({ caseId }) => caseId !== null).length;
  if (batch.state === "cancelled") return null;
  if (batch.state === "approved") return <SignBatch batchId={batchId} />;
  return (
    <div className="flex flex-col gap-3">
      {batch.needsSecond && <p className="text-text-quiet">{t("staff.needsSecond")}</p>}
      {unlooked > 0 && <Notice tone="wait">{t("staff.unlooked", { count: unlooked })}</Notice>}
      <SendError title={t("unexpected")} error={decide.error} />
      <div className="flex flex-wrap gap-2">
        <Button isPending={decide.isPending} onPress={() => decide.mutate({ batchId, approve: true })}>
          {t("staff.approve", { amount: formatUsd(batch.totalMicros) })}
        </Button>
        <Button
          tone="quiet"
          isPending={decide.isPending}
          onPress={() => decide.mutate({ batchId, approve: false })}
        >
          {t("staff.cancel")}
        </Button>
      </div>
    </div>
  );
}

function SignBatch({ batchId }: { batchId: number }) {
  const { t } = useTranslation("payouts");
  const files = useMutation({ mutationFn: exportBatch });
  const enter = useMutation(enterTransactionMutation());
  const form = useForm(schema, { txHash: "" }, ({ txHash }) =>
    enter.mutate({ batchId, txHash }, { onSuccess: () => form.reset() }),
  );
  const save = (kind: "safeJson" | "csv") =>
    files.mutate(batchId, {
      onSuccess: (file) =>
        kind === "csv"
          ? saveFile(`payouts-${batchId}.csv`, "text/csv;charset=utf-8", file.csv)
          : saveFile(`payouts-${batchId}.json`, "application/json", file.safeJson),
    });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => save("safeJson")}>
          {t("staff.safe")}
        </Button>
        <Button size="small" onPress={() => save("csv")}>
          {t("staff.csv")}
        </Button>
      </div>
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-xl flex-col gap-3">
        <TextField
          {...form.field("txHash")}
          label={t("staff.hash")}
          help={t("staff.hashHelp")}
          autoComplete="off"
          mono
        />
        <SendError title={t("unexpected")} error={enter.error ?? files.error} />
        <Button type="submit" isPending={enter.isPending} className="self-start">
          {t("staff.enter")}
        </Button>
      </form>
    </div>
  );
}
