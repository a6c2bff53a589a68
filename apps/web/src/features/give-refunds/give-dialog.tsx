import { formatUsd } from "@sightline/contract/money";
import type { BulkRefundPreview } from "@sightline/contract/refunds";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../../components/reason-dialog";
import { giveRefundsMutation } from "./queries";

export interface GiveDialogProps {
  accountId: number;
  preview: BulkRefundPreview;
  onClose: () => void;
}

/** Gives back exactly what the preview held when this was opened. */
export function GiveDialog({ accountId, preview, onClose }: GiveDialogProps) {
  const { t } = useTranslation("refunds");
  const toast = useToast();
  const give = useMutation(giveRefundsMutation());
  const [seen] = useState(preview);
  const amount = formatUsd(seen.micros);
  const tasks = t("tasks", { count: seen.tasks.length });
  return (
    <ReasonDialog
      title={t("sendTitle", { amount })}
      help={t("reasonHelp")}
      send={t("send", { amount, tasks })}
      danger
      mutation={give}
      onClose={onClose}
      onSend={(reason) =>
        give.mutate(
          {
            accountId,
            taskIds: seen.tasks.map(({ taskId }) => taskId),
            expectedMicros: seen.micros,
            reason,
          },
          {
            onSuccess: ({ waits }) => {
              toast({ tone: "good", text: t(waits ? "asked" : "sent", { amount }) });
              onClose();
            },
          },
        )
      }
    >
      <p>{t("sendBody", { who: seen.email ?? accountId, tasks })}</p>
    </ReasonDialog>
  );
}
