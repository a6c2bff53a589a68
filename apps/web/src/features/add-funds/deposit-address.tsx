import type { BillingView, ChainView } from "@sightline/contract/deposits";
import { formatUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { CopyButton } from "@sightline/ui/copy-button";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { QrCode } from "./qr-code";
import { giveAddressMutation } from "./queries";

export function DepositAddress({ billing }: { billing: BillingView }) {
  const { t } = useTranslation("billing");
  return (
    <Section title={t("addTitle")} raised>
      {billing.chain === null ? (
        <Notice tone="info">{t("off")}</Notice>
      ) : (
        <AddressOnChain billing={billing} chain={billing.chain} />
      )}
    </Section>
  );
}

function AddressOnChain({ billing, chain }: { billing: BillingView; chain: ChainView }) {
  const { t } = useTranslation("billing");
  const give = useMutation(giveAddressMutation());
  const tokens = chain.tokens.filter(({ accepted }) => accepted).map(({ symbol }) => symbol);
  return (
    <div className="flex flex-col gap-4">
      {chain.failure !== null && <Notice tone="wait">{t("trouble")}</Notice>}
      <p className="max-w-text">{t("tokens", { tokens: tokens.join(", "), chain: chain.name })}</p>
      <p className="max-w-text text-text-quiet">
        {t("rules", { count: chain.confirmations, minimum: formatUsd(billing.depositMinimumMicros) })}
      </p>
      <SendError title={t("unexpected")} error={give.error} />
      {billing.address === null ? (
        <>
          {chain.headBlock === null && <p className="max-w-text">{t("unread")}</p>}
          <Button
            tone="primary"
            className="self-start"
            isDisabled={chain.headBlock === null}
            isPending={give.isPending}
            onPress={() => give.mutate({ fresh: false })}
          >
            {t("getAddress")}
          </Button>
        </>
      ) : (
        <div className="flex flex-wrap items-start gap-6">
          <QrCode text={billing.address} label={t("qr")} />
          <div className="flex min-w-0 flex-col gap-3">
            <p className="text-13 text-text-quiet">{t("address")}</p>
            <p className="flex items-start gap-2">
              <code className="min-w-0 font-mono text-14 break-all">{billing.address}</code>
              <CopyButton text={billing.address} label={t("copy")} />
            </p>
            <Button
              className="self-start"
              isPending={give.isPending}
              onPress={() => give.mutate({ fresh: true })}
            >
              {t("fresh")}
            </Button>
            <p className="text-13 text-text-quiet">{t("freshHelp")}</p>
          </div>
        </div>
      )}
    </div>
  );
}
