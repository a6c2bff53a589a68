import { shareOf } from "@sightline/contract/money";
import type { KindPriceRow } from "@sightline/contract/staff";
import { Button } from "@sightline/ui/button";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { setPriceMutation } from "./queries";
import {
  formatPricePerThousand,
  formatSharePercent,
  readPricePerThousand,
  readSharePercent,
} from "./read-price";

/** A kind's price and share, with what follows from them for one task while they are typed. */
export function PriceForm({ row }: { row: KindPriceRow }) {
  const { t } = useTranslation("staff");
  const toast = useToast();
  const save = useMutation(setPriceMutation());
  const schema = useMemo(
    () =>
      z.object({
        price: z
          .string()
          .transform(readPricePerThousand)
          .pipe(z.number(t("prices.perThousandWrong"))),
        share: z
          .string()
          .transform(readSharePercent)
          .pipe(z.number(t("prices.shareWrong"))),
      }),
    [t],
  );
  const initial = {
    price: formatPricePerThousand(row.priceMicros),
    share: formatSharePercent(row.workerShareBasisPoints),
  };
  const form = useForm(schema, initial, ({ price, share }) =>
    save.mutate(
      { kind: row.kind, priceMicros: price, workerShareBasisPoints: share },
      { onSuccess: () => toast({ tone: "good", text: t("prices.saved") }) },
    ),
  );
  const priceMicros = readPricePerThousand(form.values.price);
  const share = readSharePercent(form.values.share);

  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...form.field("price")}
          label={t("prices.perThousand")}
          help={t("prices.perThousandHelp")}
          inputMode="decimal"
          autoComplete="off"
          suffix="USD"
          mono
        />
        <TextField
          {...form.field("share")}
          label={t("prices.share")}
          help={t("prices.shareHelp")}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          mono
        />
      </div>
      {priceMicros !== null && share !== null && <ForOne priceMicros={priceMicros} share={share} />}
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
