import type { CustomerRateRow } from "@sightline/contract/prices";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { formatPricePerThousand, readPricePerThousand } from "../../lib/read-price";
import { useForm } from "../../lib/use-form";
import { setMaximumRateMutation } from "./queries";

export function MaximumDialog({ row, onClose }: { row: CustomerRateRow; onClose: () => void }) {
  const { t } = useTranslation("money");
  const toast = useToast();
  const save = useMutation(setMaximumRateMutation());
  const schema = useMemo(
    () =>
      z.object({
        maximum: z.union(
          [
            z
              .string()
              .regex(/^\s*0*\.?0*\s*$/)
              .transform(() => null),
            z.string().transform(readPricePerThousand).pipe(z.number()),
          ],
          t("rates.wrong"),
        ),
      }),
    [t],
  );
  const initial = { maximum: row.maximumMicros === null ? "" : formatPricePerThousand(row.maximumMicros) };
  const form = useForm(schema, initial, ({ maximum }) =>
    save.mutate(
      { kind: row.kind, maximumMicros: maximum },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("rates.saved") });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog title={t("rates.setTitle", { kind: t(`rates.kinds.${row.kind}`) })} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField
          {...form.field("maximum")}
          label={t("rates.field")}
          help={t("rates.help")}
          inputMode="decimal"
          autoComplete="off"
          suffix="USD"
          mono
          autoFocus
        />
        <SendError title={t("rates.saveFailed")} error={save.error} />
        <Actions>
          <Button onPress={onClose}>{t("rates.cancel")}</Button>
          <Button type="submit" tone="primary" isPending={save.isPending}>
            {t("rates.save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
