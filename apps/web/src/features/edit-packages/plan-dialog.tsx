import { formatWireUsd, parseUsd } from "@sightline/contract/money";
import type { PackagePlanRow, PlanHistory } from "@sightline/contract/packages";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { TextField, type TextFieldProps } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { laterTime } from "../../lib/later-time";
import { usdAmount } from "../../lib/usd-amount";
import { useForm } from "../../lib/use-form";
import { PlanEffect } from "./plan-effect";
import { PlanVersions } from "./plan-versions";
import { planHistoryQuery, setPlanMutation } from "./queries";

type PlanVersion = PlanHistory["versions"][number];

const USD = {
  inputMode: "decimal",
  autoComplete: "off",
  mono: true,
  suffix: "USD",
} as const satisfies Partial<TextFieldProps>;

/** A package to change, or a new one when `plan` is null. */
export function PlanDialog({ plan, onClose }: { plan: PackagePlanRow | null; onClose: () => void }) {
  const { t } = useTranslation("staffMoney");
  const toast = useToast();
  const save = useMutation(setPlanMutation());
  const schema = useMemo(() => {
    const price = usdAmount(t("packages.wrongPrice"), { minMicros: 1 });
    return z.object({
      name: z.string().trim().min(1, t("packages.wrongName")).max(40, t("packages.wrongName")),
      threads: z
        .string()
        .regex(/^\s*\d{1,4}\s*$/, t("packages.wrongThreads"))
        .transform(Number)
        .pipe(z.number().min(1, t("packages.wrongThreads")).max(1_000, t("packages.wrongThreads"))),
      dayMicros: price,
      weekMicros: price,
      monthMicros: price,
      offered: z.boolean(),
      from: laterTime({ wrong: t("packages.wrongFrom"), past: t("packages.pastFrom") }),
    });
  }, [t]);
  const form = useForm(schema, valuesOf(plan), ({ from, ...values }) =>
    save.mutate(
      { ...values, effectiveFromMs: from },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("packages.saved") });
          onClose();
        },
      },
    ),
  );
  const { data: history } = useQuery({ ...planHistoryQuery(plan?.name ?? ""), enabled: plan !== null });
  const offered = form.field("offered");
  /** An earlier version comes into the form, so that its effect is seen before it is saved as a new one. */
  const take = (version: PlanVersion) => {
    const values = valuesOf({ name: plan?.name ?? "", ...version });
    form.field("threads").onChange(values.threads);
    form.field("dayMicros").onChange(values.dayMicros);
    form.field("weekMicros").onChange(values.weekMicros);
    form.field("monthMicros").onChange(values.monthMicros);
    offered.onChange(values.offered);
    toast({ tone: "good", text: t("packages.taken") });
  };
  const title = plan === null ? t("packages.addTitle") : t("packages.editOf", { name: plan.name });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        {plan === null && <TextField {...form.field("name")} label={t("packages.name")} autoComplete="off" />}
        <TextField
          {...form.field("threads")}
          label={t("packages.threads")}
          inputMode="numeric"
          autoComplete="off"
          mono
        />
        <TextField {...form.field("dayMicros")} {...USD} label={t("packages.day")} />
        <TextField {...form.field("weekMicros")} {...USD} label={t("packages.week")} />
        <TextField {...form.field("monthMicros")} {...USD} label={t("packages.month")} />
        <CheckField name="offered" checked={offered.value} onChange={offered.onChange}>
          {t("packages.offer")}
        </CheckField>
        {plan && history && (
          <>
            <TextField
              {...form.field("from")}
              type="datetime-local"
              label={t("packages.from")}
              help={t("packages.fromHelp")}
            />
            <PlanEffect
              history={history}
              now={plan.micros}
              typed={{
                day: parseUsd(form.values.dayMicros),
                week: parseUsd(form.values.weekMicros),
                month: parseUsd(form.values.monthMicros),
              }}
              offered={form.values.offered}
            />
            <PlanVersions versions={history.versions} onTake={take} />
          </>
        )}
        <SendError title={t("packages.saveFailed")} error={save.error} />
        <Actions>
          <Button onPress={onClose}>{t("packages.cancel")}</Button>
          <Button type="submit" tone="primary" isPending={save.isPending}>
            {t("packages.save")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function valuesOf(plan: Pick<PackagePlanRow, "name" | "threads" | "micros" | "offered"> | null) {
  return {
    name: plan?.name ?? "",
    threads: plan === null ? "" : String(plan.threads),
    dayMicros: plan === null ? "" : formatWireUsd(plan.micros.day),
    weekMicros: plan === null ? "" : formatWireUsd(plan.micros.week),
    monthMicros: plan === null ? "" : formatWireUsd(plan.micros.month),
    offered: plan?.offered ?? true,
    from: "",
  };
}
