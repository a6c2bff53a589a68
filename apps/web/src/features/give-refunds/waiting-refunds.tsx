import { formatUsd } from "@sightline/contract/money";
import type { WaitingRefund } from "@sightline/contract/refunds";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { WaitingItem } from "../../components/waiting-item";
import { decideRefundsMutation, waitingRefundsQuery } from "./queries";

/** Sets that wait for a second admin; nothing while there are none. */
export function WaitingRefunds() {
  const { t } = useTranslation("refunds");
  const { data = [] } = useQuery(waitingRefundsQuery);
  if (data.length === 0) return null;
  return (
    <Section title={t("waiting")} lead={t("waitingLead")} raised>
      <ul className="flex flex-col gap-3">
        {data.map((refund) => (
          <WaitingSet key={refund.id} refund={refund} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingSet({ refund }: { refund: WaitingRefund }) {
  const { t } = useTranslation("refunds");
  const toast = useToast();
  const { mutate, isPending } = useMutation(decideRefundsMutation());
  const who = refund.email ?? String(refund.accountId);
  const amount = formatUsd(refund.micros);
  const decide = (approve: boolean) =>
    mutate(
      { requestId: refund.id, approve },
      {
        onSuccess: () => toast({ tone: "good", text: approve ? t("sent", { amount }) : t("nothingGiven") }),
        onError: ({ message }) => toast({ tone: "bad", text: message }),
      },
    );
  return (
    <WaitingItem
      actions={
        <>
          {!refund.isMine && (
            <Button
              size="small"
              tone="danger"
              isPending={isPending}
              aria-label={t("approveOf", { amount, who })}
              onPress={() => decide(true)}
            >
              {t("approve", { amount })}
            </Button>
          )}
          <Button size="small" aria-label={t("refuseOf", { amount, who })} onPress={() => decide(false)}>
            {t(refund.isMine ? "takeBack" : "refuse")}
          </Button>
        </>
      }
    >
      <strong className="font-medium">{who}</strong>: {amount}, {t("tasks", { count: refund.tasks })},{" "}
      {t("askedBy", { who: refund.askedByEmail ?? "" })}. {refund.reason}
    </WaitingItem>
  );
}
