import { suspendAccountSchema } from "@sightline/contract/standing";
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
import { liftSuspensionMutation, suspendMutation } from "./queries";

const DAY_MS = 86_400_000;

/** Suspends an account for some days or without an end, or lifts that; both with a reason. */
export function SuspensionForm({ accountId, suspended }: { accountId: number; suspended: boolean }) {
  const { t } = useTranslation("standing");
  const toast = useToast();
  const suspend = useMutation(suspendMutation());
  const lift = useMutation(liftSuspensionMutation());
  const schema = useMemo(
    () =>
      z.object({
        reason: suspendAccountSchema.shape.reason,
        days: z
          .string()
          .trim()
          .regex(/^([1-9]\d{0,3})?$/, t("daysWrong"))
          .transform((typed) => (typed === "" ? null : Number(typed))),
      }),
    [t],
  );
  const form = useForm(schema, { reason: "", days: "" }, ({ reason, days }) => {
    const done = (text: string) => () => {
      toast({ tone: "good", text });
      form.reset();
    };
    if (suspended) lift.mutate({ accountId, reason }, { onSuccess: done(t("lifted")) });
    else {
      const untilMs = days === null ? null : Date.now() + days * DAY_MS;
      suspend.mutate({ accountId, reason, untilMs }, { onSuccess: done(t("suspendedNow")) });
    }
  });
  return (
    <Section title={t("title")} lead={t("lead")}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("reason")} label={t("reason")} autoComplete="off" maxLength={500} />
        {!suspended && (
          <TextField
            {...form.field("days")}
            label={t("days")}
            help={t("daysHelp")}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
        <SendError title={t("failed")} error={suspend.error ?? lift.error} />
        <Button
          type="submit"
          tone={suspended ? "plain" : "danger"}
          isPending={suspend.isPending || lift.isPending}
          className="self-start"
        >
          {t(suspended ? "lift" : "suspend")}
        </Button>
      </form>
    </Section>
  );
}
