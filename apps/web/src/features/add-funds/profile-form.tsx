import type { BillingView } from "@sightline/contract/deposits";
import { formatWireUsd, parseUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { setProfileMutation } from "./queries";

export function ProfileForm({ billing }: { billing: BillingView }) {
  const { t } = useTranslation("billing");
  const toast = useToast();
  const save = useMutation(setProfileMutation());
  const schema = useMemo(
    () =>
      z.object({
        alert: z
          .string()
          .transform((text) => (text.trim() === "" ? null : (parseUsd(text) ?? 0)))
          .pipe(z.number().min(1, t("alertWrong")).max(1_000_000_000_000, t("alertWrong")).nullable()),
        billedTo: z.string().max(1_000),
      }),
    [t],
  );
  const alert = billing.alertBelowMicros;
  const initial = { alert: alert === null ? "" : formatWireUsd(alert), billedTo: billing.billedTo };
  const form = useForm(schema, initial, (values) =>
    save.mutate(
      { alertBelowMicros: values.alert, billedTo: values.billedTo },
      { onSuccess: () => toast({ tone: "good", text: t("saved") }) },
    ),
  );
  return (
    <Section title={t("alertTitle")} raised>
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-lg flex-col gap-4">
        <TextField
          {...form.field("alert")}
          label={t("alert")}
          help={t("alertHelp")}
          inputMode="decimal"
          autoComplete="off"
          suffix="USD"
          mono
        />
        <TextField {...form.field("billedTo")} label={t("billedTo")} help={t("billedToHelp")} lines={3} />
        <SendError title={t("unexpected")} error={save.error} />
        <Button type="submit" isPending={save.isPending} className="self-start">
          {t("save")}
        </Button>
      </form>
    </Section>
  );
}
