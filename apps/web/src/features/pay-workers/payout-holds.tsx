import type { PayoutHold } from "@sightline/contract/payouts";
import { Button } from "@sightline/ui/button";
import { Money } from "@sightline/ui/money";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { liftHoldMutation } from "./queries";
import { ReasonDialog } from "./reason-dialog";

/** Workers whose payouts a moderator has refused: they are left out of every batch until somebody lifts it. */
export function PayoutHolds({ holds }: { holds: PayoutHold[] }) {
  const { t } = useTranslation("payouts");
  const [asked, setAsked] = useState<PayoutHold | null>(null);
  const lift = useMutation(liftHoldMutation());
  if (holds.length === 0) return null;
  return (
    <Section title={t("staff.holds")} lead={t("staff.holdsLead")} raised>
      <ul aria-label={t("staff.holds")} className="flex flex-col divide-y divide-line">
        {holds.map((hold) => (
          <li key={hold.accountId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-13">
            <span className="flex min-w-0 grow flex-col gap-1">
              <span className="font-medium break-words">{hold.email}</span>
              <span className="text-text-quiet">{hold.reason}</span>
            </span>
            <RelativeTime timeMs={hold.heldAtMs} focusable />
            <Money micros={hold.micros} className="text-13" />
            <Button size="small" onPress={() => setAsked(hold)}>
              {t("staff.lift")}
              <span className="sr-only">{` ${hold.email}`}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <ReasonDialog
          title={t("staff.liftTitle", { email: asked.email })}
          body={t("staff.liftBody")}
          act={t("staff.lift")}
          isPending={lift.isPending}
          error={lift.error}
          onSend={(reason) =>
            lift.mutate({ accountId: asked.accountId, reason }, { onSuccess: () => setAsked(null) })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}
