import { formatUsd } from "@sightline/contract/money";
import type { PayoutBatchRow } from "@sightline/contract/payouts";
import { Badge } from "@sightline/ui/badge";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { TextLink } from "@sightline/ui/text-link";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { returnPayoutMutation } from "./queries";
import { ReasonDialog } from "./reason-dialog";

const TONES = { reserved: "active", paid: "good", returned: "neutral", undone: "bad" } as const;

/** One worker's payout of a batch; what is not paid can be returned. */
export function BatchPayout({
  row,
  isReturnable,
}: {
  row: PayoutBatchRow["rows"][number];
  isReturnable: boolean;
}) {
  const { t } = useTranslation("payouts");
  const [isAsking, setAsking] = useState(false);
  const giveBack = useMutation(returnPayoutMutation());
  const { payoutId, email, micros } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 grow truncate font-medium">{email}</span>
      <code className="min-w-0 font-mono text-12 break-all text-text-quiet">{row.address}</code>
      <Money micros={micros} className="text-13" />
      {row.caseId !== null && (
        <TextLink href={`/staff/queue?case=${row.caseId}`} className="text-13">
          {t("staff.checkOpen")}
          <span className="sr-only">{` ${email}`}</span>
        </TextLink>
      )}
      <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>
      {isReturnable && (
        <Button size="small" tone="quiet" onPress={() => setAsking(true)}>
          {t("staff.giveBack")}
          <span className="sr-only">{` ${email}`}</span>
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={t("staff.giveBackTitle", { email })}
          body={t("staff.giveBackBody")}
          act={t("staff.giveBackOf", { amount: formatUsd(micros) })}
          isPending={giveBack.isPending}
          error={giveBack.error}
          onSend={(reason) => giveBack.mutate({ payoutId, reason }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
