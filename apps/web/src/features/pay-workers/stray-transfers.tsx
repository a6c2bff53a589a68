import { formatUsd } from "@sightline/contract/money";
import type { PayoutStray } from "@sightline/contract/payouts";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { settleStrayMutation } from "./queries";
import { ReasonDialog } from "./reason-dialog";

/** Money that left the paying wallet and pays no payout: staff say what became of it. */
export function StrayTransfers({ strays }: { strays: PayoutStray[] }) {
  const { t } = useTranslation("payouts");
  const [asked, setAsked] = useState<PayoutStray | null>(null);
  const settle = useMutation(settleStrayMutation());
  if (strays.length === 0) return null;
  return (
    <Section title={t("staff.strays")} lead={t("staff.straysLead")} raised>
      <ul className="flex flex-col divide-y divide-line">
        {strays.map((stray) => (
          <li key={stray.strayId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-13">
            <span className="flex min-w-0 grow flex-col gap-1">
              <span className="font-medium break-words">
                {t(stray.email === null ? "staff.strayOf" : "staff.strayTo", {
                  id: stray.batchId,
                  email: stray.email,
                })}
              </span>
              <code className="font-mono text-12 break-all text-text-quiet">{stray.address}</code>
              <code className="font-mono text-12 break-all text-text-quiet">{stray.txHash}</code>
            </span>
            <Money micros={stray.micros} className="text-13" />
            <Button size="small" onPress={() => setAsked(stray)}>
              {t("staff.settle")}
              <span className="sr-only">{` ${stray.txHash}`}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <ReasonDialog
          title={t("staff.settleTitle")}
          body={t("staff.settleBody", { amount: formatUsd(asked.micros) })}
          act={t("staff.settle")}
          isPending={settle.isPending}
          error={settle.error}
          onSend={(reason) =>
            settle.mutate({ strayId: asked.strayId, reason }, { onSuccess: () => setAsked(null) })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
