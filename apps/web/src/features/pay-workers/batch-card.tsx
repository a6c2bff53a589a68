import { formatUsd } from "@sightline/contract/money";
import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { Badge } from "@sightline/ui/badge";
import { Section } from "@sightline/ui/section";
import { useTranslation } from "react-i18next";
import { BatchActs } from "./batch-acts";
import { BatchPayout } from "./batch-payout";
import { BatchTransaction } from "./batch-transaction";

export function BatchCard({ batch }: { batch: PayoutBatchRow }) {
  const { t } = useTranslation("payouts");
  const { batchId, state, symbol } = batch;
  const total = { amount: formatUsd(batch.totalMicros), symbol, count: batch.rows.length };
  return (
    <Section
      title={t("staff.batch", { id: batchId })}
      lead={t("staff.total", total)}
      action={
        <Badge tone={state === "approved" ? "good" : state === "made" ? "wait" : "neutral"}>
          {t(`staff.batchStates.${state}`)}
        </Badge>
      }
      raised
    >
      <ul className="flex flex-col divide-y divide-line">
        {batch.rows.map((row) => (
          <BatchPayout
            key={row.payoutId}
            row={row}
            isReturnable={state === "approved" && row.state === "reserved"}
          />
        ))}
      </ul>
      {batch.transactions.length > 0 && (
        <ul aria-label={t("staff.transactions")} className="flex flex-col gap-3">
          {batch.transactions.map((each) => (
            <BatchTransaction key={each.txHash} batchId={batchId} transaction={each} />
          ))}
        </ul>
      )}
      <BatchActs batch={batch} />
    </Section>
  );
}
