import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { Button } from "@sightline/ui/button";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dropTransactionMutation } from "./queries";
import { ReasonDialog } from "./reason-dialog";

/**
 * One transaction that staff named, what the chain says of it, and the way to take it off when the chain never finds it, or
 * has it no more.
 */
export function BatchTransaction({
  batchId,
  transaction,
}: {
  batchId: number;
  transaction: PayoutBatchRow["transactions"][number];
}) {
  const { t } = useTranslation("payouts");
  const [isAsking, setAsking] = useState(false);
  const drop = useMutation(dropTransactionMutation());
  const { txHash, state, finding, strayTransfers, dropReason, droppableAtMs } = transaction;
  const isGone = state === "confirmed" && finding !== null;
  const act = t(isGone ? "staff.undo" : "staff.drop");
  return (
    <li className="flex flex-col items-start gap-1 text-13 break-words">
      <code className="max-w-full font-mono text-12 break-all">{txHash}</code>
      <span>
        {isGone ? (
          <span className="font-medium text-bad">{t("staff.gone")}</span>
        ) : (
          t(`staff.transactionStates.${state}`)
        )}
        {finding && ` (${t(`staff.findings.${finding}`)})`}
        {strayTransfers > 0 && (
          <span className="font-medium text-bad">{` ${t("staff.stray", { count: strayTransfers })}`}</span>
        )}
      </span>
      {dropReason && <span className="text-text-quiet">{t("staff.droppedFor", { reason: dropReason })}</span>}
      {droppableAtMs !== null && (
        <>
          <span className="text-text-quiet">
            {t("staff.droppable")} <RelativeTime timeMs={droppableAtMs} focusable />
          </span>
          <Button size="small" tone="quiet" onPress={() => setAsking(true)}>
            {act}
            <span className="sr-only">{` ${txHash}`}</span>
          </Button>
        </>
      )}
      {isAsking && (
        <ReasonDialog
          title={t(isGone ? "staff.undoTitle" : "staff.dropTitle")}
          body={t(isGone ? "staff.undoBody" : "staff.dropBody")}
          act={act}
          isPending={drop.isPending}
          error={drop.error}
          onSend={(reason) => drop.mutate({ batchId, txHash, reason }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
