import { formatUsd } from "@sightline/contract/money";
import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BatchActs } from "./batch-acts";
import { BatchPayout } from "./batch-payout";
import { BatchTransaction } from "./batch-transaction";

/** A batch may have hundreds of payouts, and the page many batches. */
const ROWS_AT_FIRST = 5;

export function BatchCard({ batch }: { batch: PayoutBatchRow }) {
  const { t } = useTranslation("payouts");
  const { batchId, state, symbol } = batch;
  const [all, setAll] = useState(false);
  // What deserves a look is never among what is left out.
  const rows = all
    ? batch.rows
    : batch.rows.filter(({ caseId }, place) => caseId !== null || place < ROWS_AT_FIRST);
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
        {rows.map((row) => (
          <BatchPayout
            key={row.payoutId}
            row={row}
            isReturnable={state === "approved" && row.state === "reserved"}
          />
        ))}
      </ul>
      {rows.length < batch.rows.length && (
        <Button size="small" className="self-start" onPress={() => setAll(true)}>
          {t("staff.showAll", { count: batch.rows.length })}
          <span className="sr-only">{` ${t("staff.batch", { id: batchId })}`}</span>
        </Button>
      )}
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
