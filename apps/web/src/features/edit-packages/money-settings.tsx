import { formatWireUsd, parseUsd } from "@sightline/contract/money";
import type { MoneySettings as Settings } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LoadError } from "../../components/load-error";
import { SendError } from "../../components/send-error";
import { usdAmount } from "../../lib/usd-amount";
import { useForm } from "../../lib/use-form";
import { setSettingsMutation, settingsQuery } from "./queries";
import { SettingsEffect } from "./settings-effect";
import { SettingsVersions } from "./settings-versions";

/** The cap of packages and the floor of workers. */
export function MoneySettings() {
  const { t } = useTranslation("staffMoney");
  const { data, error, refetch } = useQuery({ ...settingsQuery, refetchOnWindowFocus: false });
  return (
    <Section title={t("settings.title")} lead={t("settings.lead")} raised>
      {data ? (
        <SettingsForm saved={data} />
      ) : error ? (
        <LoadError title={t("settings.failed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock />
      )}
    </Section>
  );
}

const FLOOR_MAX_MICROS = 1_000_000_000;

function SettingsForm({ saved }: { saved: Settings }) {
  const { t } = useTranslation("staffMoney");
  const toast = useToast();
  const save = useMutation(setSettingsMutation());
  const schema = useMemo(
    () =>
      z.object({
        answersPerThreadHour: z
          .string()
          .regex(/^\s*\d{1,5}\s*$/, t("settings.capWrong"))
          .transform(Number)
          .pipe(z.number().min(1, t("settings.capWrong")).max(36_000, t("settings.capWrong"))),
        floorMicrosPerHour: usdAmount(t("settings.floorWrong"), { maxMicros: FLOOR_MAX_MICROS }),
      }),
    [t],
  );
  const initial = {
    answersPerThreadHour: String(saved.answersPerThreadHour),
    floorMicrosPerHour: formatWireUsd(saved.floorMicrosPerHour),
  };
  const form = useForm(schema, initial, (settings) =>
    save.mutate(settings, { onSuccess: () => toast({ tone: "good", text: t("settings.saved") }) }),
  );
  const typed = form.values;
  /** An earlier version comes into the form, so that its effect is seen before it is saved as a new one. */
  const take = (version: Settings) => {
    form.field("answersPerThreadHour").onChange(String(version.answersPerThreadHour));
    form.field("floorMicrosPerHour").onChange(formatWireUsd(version.floorMicrosPerHour));
    toast({ tone: "good", text: t("settings.taken") });
  };
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex max-w-xl flex-col gap-4">
      <TextField
        {...form.field("answersPerThreadHour")}
        label={t("settings.cap")}
        inputMode="numeric"
        autoComplete="off"
        mono
      />
      <TextField
        {...form.field("floorMicrosPerHour")}
        label={t("settings.floor")}
        help={t("settings.floorHelp")}
        inputMode="decimal"
        autoComplete="off"
        suffix="USD"
        mono
      />
      <SettingsEffect
        saved={saved}
        cap={/^\s*\d{1,5}\s*$/.test(typed.answersPerThreadHour) ? Number(typed.answersPerThreadHour) : null}
        floorMicros={parseUsd(typed.floorMicrosPerHour)}
      />
      <SettingsVersions onTake={take} />
      <SendError title={t("settings.saveFailed")} error={save.error} />
      <Button type="submit" isPending={save.isPending} className="self-start">
        {t("settings.save")}
      </Button>
    </form>
  );
}
