import type { PayoutView } from "@sightline/contract/payouts";
import { setPayoutAddressSchema } from "@sightline/contract/payouts";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { formatExact } from "@sightline/ui/relative-time";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { cancelAddressMutation, setAddressMutation } from "./queries";

/** Whether its checksum is right the server says, which knows the network. */
const schema = setPayoutAddressSchema.pick({ address: true }).extend({
  address: setPayoutAddressSchema.shape.address.regex(
    /^0x[0-9a-fA-F]{40}$/,
    "An address is 0x and 40 hexadecimal digits",
  ),
});

export function AddressForm({ view }: { view: PayoutView }) {
  const { t } = useTranslation("payouts");
  const toast = useToast();
  const save = useMutation(setAddressMutation());
  const cancel = useMutation(cancelAddressMutation());
  const { network, next } = view;
  const form = useForm(schema, { address: "" }, ({ address }) => {
    if (network === null) return;
    save.mutate(
      { chainId: network.chainId, address },
      {
        onSuccess: () => {
          form.reset();
          toast({ tone: "good", text: t("saved") });
        },
      },
    );
  });
  if (network === null) {
    return (
      <Section title={t("addressTitle")} raised>
        <Notice tone="info">{t("off")}</Notice>
      </Section>
    );
  }
  return (
    <Section title={t("addressTitle")} raised>
      <p>
        {view.address === null ? t("none") : t("current")}{" "}
        {view.address && <code className="font-mono break-all">{view.address}</code>}
      </p>
      {next && (
        <Notice tone="wait">
          <p className="break-words">
            {t("next", { address: next.address, time: formatExact(next.fromMs) })}
          </p>
          <Button className="mt-2" size="small" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {t("cancel")}
          </Button>
        </Notice>
      )}
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-lg flex-col gap-4">
        <TextField
          {...form.field("address")}
          label={t("address", { network: network.name })}
          help={t("addressHelp", { count: view.addressDelayHours })}
          autoComplete="off"
          mono
        />
        <SendError title={t("unexpected")} error={save.error ?? cancel.error} />
        <Button type="submit" isPending={save.isPending} className="self-start">
          {t("save")}
        </Button>
      </form>
    </Section>
  );
}
