import { formatUsd } from "@sightline/contract/money";
import type { CustomerPackages, PackageOffer, PackageSpan } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { newClientId } from "../../lib/new-client-id";
import { buyPackageMutation } from "./queries";

const SPANS: PackageSpan[] = ["day", "week", "month"];

export interface BuyPackageDialogProps {
  offer: PackageOffer;
  packages: CustomerPackages;
  onClose: () => void;
}

/** Says what buying does before it is done. Sent again after a lost answer it buys once: the id stays the dialog's. */
export function BuyPackageDialog({ offer, packages, onClose }: BuyPackageDialogProps) {
  const { t } = useTranslation("money");
  const toast = useToast();
  const buy = useMutation(buyPackageMutation());
  const [clientId] = useState(newClientId);
  const [span, setSpan] = useState<PackageSpan>("month");
  const [renew, setRenew] = useState(false);
  const priceMicros = offer.micros[span];
  const running = packages.purchases.find(({ state }) => state === "running");
  const effect =
    running === undefined
      ? t("packages.effectNow")
      : offer.threads > running.threads
        ? t("packages.effectReplace")
        : t("packages.effectWaits");
  const send = () =>
    buy.mutate(
      { clientId, name: offer.name, span, priceMicros, renew },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("packages.bought", { name: offer.name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog title={t("packages.buyTitle", { name: offer.name })} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <ChoiceCards
          label={t("packages.span")}
          name="span"
          value={span}
          onChange={setSpan}
          choices={SPANS.map((value) => ({
            value,
            title: t(`packages.spans.${value}`),
            note: `${t(`packages.spanNote.${value}`)}, ${formatUsd(offer.micros[value])}`,
          }))}
        />
        <CheckField name="renew" checked={renew} onChange={setRenew}>
          {t("packages.renew")}
        </CheckField>
        <Notice tone="info">{effect}</Notice>
        <SendError title={t("packages.buyFailed")} error={buy.error} />
        <Actions>
          <Button onPress={onClose}>{t("packages.keep")}</Button>
          <Button tone="primary" onPress={send} isPending={buy.isPending}>
            {t("packages.buyFor", { amount: formatUsd(priceMicros) })}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}
