import type { PaymentSettings } from "@sightline/contract/deposits";
import { formatWireUsd } from "@sightline/contract/money";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { usdAmount } from "../../lib/usd-amount";
import { useForm } from "../../lib/use-form";
import { setSettingsMutation } from "./queries";

const WEEKDAYS = ["none", "1", "2", "3", "4", "5", "6", "0"] as const;
const AMOUNTS = ["threshold", "alone", "handAlone", "minimum"] as const;

/** A day, in the middle of it, so that it is that day nearly everywhere. */
const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** What the operator decides about deposits and payouts. */
export function SettingsForm({ settings }: { settings: PaymentSettings }) {
  const { t } = useTranslation("payouts");
  const toast = useToast();
  const save = useMutation(setSettingsMutation());
  const schema = useMemo(() => {
    const amount = usdAmount(t("staff.amountWrong"));
    return z.object({
      wallet: z
        .string()
        .trim()
        .regex(/^(0x[0-9a-fA-F]{40})?$/, t("staff.walletWrong")),
      threshold: amount,
      alone: amount,
      handAlone: amount,
      minimum: amount,
      delay: z
        .string()
        .regex(/^\d{1,3}$/, t("staff.hoursWrong"))
        .transform(Number)
        .pipe(z.number().max(720, t("staff.hoursWrong"))),
      weekday: z.enum(WEEKDAYS).transform((day) => (day === "none" ? null : Number(day))),
      planned: z
        .string()
        .refine((day) => day === "" || !Number.isNaN(noonOf(day)), t("staff.plannedWrong"))
        .transform((day) => (day === "" ? null : noonOf(day))),
      issuer: z.string().trim().max(1_000),
    });
  }, [t]);
  const initial = {
    wallet: settings.payoutWallet ?? "",
    threshold: formatWireUsd(settings.payoutThresholdMicros),
    alone: formatWireUsd(settings.payoutAloneMicros),
    handAlone: formatWireUsd(settings.handBookingAloneMicros),
    minimum: formatWireUsd(settings.depositMinimumMicros),
    delay: String(settings.payoutAddressDelayHours),
    weekday: WEEKDAYS.find((day) => day === String(settings.payoutWeekday)) ?? "none",
    planned: settings.payoutsPlannedAtMs
      ? new Date(settings.payoutsPlannedAtMs).toISOString().slice(0, 10)
      : "",
    issuer: settings.issuer,
  };
  const form = useForm(schema, initial, (values) =>
    save.mutate(
      {
        payoutWallet: values.wallet === "" ? null : values.wallet,
        payoutThresholdMicros: values.threshold,
        payoutAloneMicros: values.alone,
        handBookingAloneMicros: values.handAlone,
        depositMinimumMicros: values.minimum,
        payoutAddressDelayHours: values.delay,
        payoutWeekday: values.weekday,
        payoutsPlannedAtMs: values.planned,
        issuer: values.issuer,
      },
      { onSuccess: () => toast({ tone: "good", text: t("staff.saved") }) },
    ),
  );
  return (
    <Section title={t("staff.settings")} raised>
      <form noValidate onSubmit={form.onSubmit} className="flex max-w-lg flex-col gap-4">
        <TextField
          {...form.field("wallet")}
          label={t("staff.wallet")}
          help={t("staff.walletHelp")}
          autoComplete="off"
          mono
        />
        {AMOUNTS.map((name) => (
          <TextField
            key={name}
            {...form.field(name)}
            label={t(`staff.${name}`)}
            {...((name === "alone" || name === "handAlone") && { help: t("staff.aloneHelp") })}
            inputMode="decimal"
            suffix="USD"
            mono
          />
        ))}
        <TextField {...form.field("delay")} label={t("staff.delay")} inputMode="numeric" mono />
        <Select
          name="weekday"
          label={t("staff.weekday")}
          value={form.values.weekday}
          onChange={form.field("weekday").onChange}
          options={WEEKDAYS.map((value) => ({ value, label: t(`staff.weekdays.${value}`) }))}
        />
        <TextField
          {...form.field("planned")}
          label={t("staff.planned")}
          help={t("staff.plannedHelp")}
          type="date"
        />
        <TextField {...form.field("issuer")} label={t("staff.issuer")} lines={3} />
        <SendError title={t("unexpected")} error={save.error} />
        <Button type="submit" isPending={save.isPending} className="self-start">
          {t("staff.save")}
        </Button>
      </form>
    </Section>
  );
}
