import type { WaitingBooking } from "@sightline/contract/deposits";
import { formatUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { WaitingItem } from "../../components/waiting-item";
import { decideMutation } from "./queries";

/** Deposits by hand over the limit: whoever asked may take one back, another admin may approve it. */
export function WaitingBookings({ waiting }: { waiting: WaitingBooking[] }) {
  const { t } = useTranslation("billing");
  const toast = useToast();
  const decide = useMutation(decideMutation());
  const send = (bookingId: number, approve: boolean) =>
    decide.mutate(
      { bookingId, approve },
      { onSuccess: () => toast({ tone: "good", text: t("staff.decided") }) },
    );
  return (
    <Section title={t("staff.waiting")}>
      <SendError title={t("unexpected")} error={decide.error} />
      {waiting.length === 0 && <p className="text-text-quiet">{t("staff.waitingNone")}</p>}
      <ul className="flex flex-col gap-3">
        {waiting.map((each) => {
          const amount = formatUsd(each.amountMicros);
          return (
            <WaitingItem
              key={each.bookingId}
              actions={
                <>
                  {!each.isMine && (
                    <Button
                      size="small"
                      isPending={decide.isPending}
                      onPress={() => send(each.bookingId, true)}
                    >
                      {t("staff.approve", { amount })}
                    </Button>
                  )}
                  <Button
                    size="small"
                    isPending={decide.isPending}
                    onPress={() => send(each.bookingId, false)}
                  >
                    {t("staff.refuse")}
                  </Button>
                </>
              }
            >
              {t("staff.asked", { amount, email: each.email, by: each.askedByEmail, reason: each.reason })}
            </WaitingItem>
          );
        })}
      </ul>
    </Section>
  );
}
