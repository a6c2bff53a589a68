import { formatUsd } from "@sightline/contract/money";
import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { BatchActs } from "./batch-acts";
import { returnPayoutMutation } from "./queries";

const TONES = { reserved: "active", paid: "good", returned: "neutral" } as const;

export function BatchCard({ batch }: { batch: PayoutBatchRow }) {
  const { t } = useTranslation("payouts");
  const giveBack = useMutation(returnPayoutMutation());
  const total = { amount: formatUsd(batch.totalMicros), symbol: batch.symbol, count: batch.rows.length };
  return (
    <Section
      title={t("staff.batch", { id: batch.batchId })}
      lead={t("staff.total", total)}
      action={
        <Badge tone={batch.state === "approved" ? "good" : batch.state === "made" ? "wait" : "neutral"}>
          {t(`staff.batchStates.${batch.state}`)}
        </Badge>
      }
      raised
    >
      <ul className="flex flex-col divide-y divide-line">
        {batch.rows.map((row) => (
          <li key={row.payoutId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 grow truncate font-medium">{row.email}</span>
            <code className="min-w-0 font-mono text-12 break-all text-text-quiet">{row.address}</code>
            <Money micros={row.micros} className="text-13" />
            <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>
            {batch.state === "approved" && row.state === "reserved" && (
              <Button
                size="small"
                tone="quiet"
                isPending={giveBack.isPending}
                onPress={() => giveBack.mutate({ payoutId: row.payoutId, reason: t("staff.giveBackReason") })}
              >
                {t("staff.giveBack")}
                <span className="sr-only">{` ${row.email}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {batch.transactions.map((each) => (
        <p key={each.txHash} className="text-13 break-words">
          {t("staff.transaction", {
            hash: each.txHash,
            state: t(`staff.transactionStates.${each.state}`),
          })}
          {each.finding && ` (${t(`staff.findings.${each.finding}`)})`}
          {each.strayTransfers > 0 && (
            <span className="font-medium text-bad">{` ${t("staff.stray", { count: each.strayTransfers })}`}</span>
          )}
        </p>
      ))}
      <SendError title={t("unexpected")} error={giveBack.error} />
      <BatchActs batch={batch} />
    </Section>
  );
}
