import { shareOf } from "@sightline/contract/money";
import type { KindPriceRow, KindPriceVersion, PriceHistory } from "@sightline/contract/prices";
import { Button } from "@sightline/ui/button";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { TextField, type TextFieldProps } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { readPricePerThousand, readSharePercent } from "../../lib/read-price";
import { useForm } from "../../lib/use-form";
import { ComingPrices } from "./coming-prices";
import { PriceVersions } from "./price-versions";
import { setPriceMutation } from "./queries";
import { priceFormSchema, priceFormValues } from "./read-price-form";
import { WeekEffect } from "./week-effect";

const DECIMAL = {
  inputMode: "decimal",
  autoComplete: "off",
  mono: true,
} as const satisfies Partial<TextFieldProps>;

/** A kind's price, bounds and shares, with what follows from them for one task while they are typed. */
export function PriceForm({ row, history }: { row: KindPriceRow; history: PriceHistory | undefined }) {
  const { t } = useTranslation("staff");
  const toast = useToast();
  const save = useMutation(setPriceMutation());
  const schema = useMemo(() => priceFormSchema(t), [t]);
  const form = useForm(schema, priceFormValues(row), (price) =>
    save.mutate(
      { kind: row.kind, ...price },
      { onSuccess: () => toast({ tone: "good", text: t("prices.saved") }) },
    ),
  );
  /** An earlier version comes into the form, so that its effect is seen before it is saved as a new one. */
  const take = (version: KindPriceVersion) => {
    const values = priceFormValues(version);
    form.field("price").onChange(values.price);
    form.field("share").onChange(values.share);
    form.field("lowest").onChange(values.lowest);
    form.field("highest").onChange(values.highest);
    form.field("packageShare").onChange(values.packageShare);
    toast({ tone: "good", text: t("prices.taken") });
  };
  const priceMicros = readPricePerThousand(form.values.price);
  const share = readSharePercent(form.values.share);

  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...form.field("price")}
          {...DECIMAL}
          label={t("prices.perThousand")}
          help={t("prices.perThousandHelp")}
          suffix="USD"
        />
        <TextField
          {...form.field("share")}
          {...DECIMAL}
          label={t("prices.share")}
          help={t("prices.shareHelp")}
          suffix="%"
        />
        <TextField
          {...form.field("lowest")}
          {...DECIMAL}
          label={t("prices.lowest")}
          help={t("prices.boundHelp")}
          suffix="USD"
        />
        <TextField
          {...form.field("highest")}
          {...DECIMAL}
          label={t("prices.highest")}
          help={t("prices.boundHelp")}
          suffix="USD"
        />
        <TextField
          {...form.field("packageShare")}
          {...DECIMAL}
          label={t("prices.packageShare")}
          help={t("prices.packageShareHelp")}
          suffix="%"
        />
        <TextField
          {...form.field("from")}
          type="datetime-local"
          label={t("prices.from")}
          help={t("prices.fromHelp")}
        />
      </div>
      {priceMicros !== null && share !== null && <ForOne priceMicros={priceMicros} share={share} />}
      {priceMicros !== null && share !== null && history && (
        <WeekEffect history={history} priceMicros={priceMicros} share={share} />
      )}
      <ComingPrices coming={row.coming} />
      {history && <PriceVersions versions={history.versions} onTake={take} />}
      <SendError title={t("prices.saveFailed")} error={save.error} />
      <Button type="submit" tone="primary" isPending={save.isPending} className="self-start">
        {t("prices.save")}
      </Button>
    </form>
  );
}

function ForOne({ priceMicros, share }: { priceMicros: number; share: number }) {
  const { t } = useTranslation("staff");
  const workerMicros = shareOf(priceMicros, share);
  return (
    <Facts
      facts={[
        { label: t("prices.customerPays"), value: <Money micros={priceMicros} /> },
        { label: t("prices.workerGets"), value: <Money micros={workerMicros} /> },
        { label: t("prices.platformKeeps"), value: <Money micros={priceMicros - workerMicros} /> },
      ]}
    />
  );
}
