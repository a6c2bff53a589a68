import { suspendAccountSchema } from "@sightline/contract/standing";
import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { EvidenceChoice, type SignalName } from "../../components/evidence-choice";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { liftSuspensionMutation, suspendMutation, workerEvidenceQuery } from "./queries";

const DAY_MS = 86_400_000;

interface SuspensionFormProps {
  accountId: number;
  suspended: boolean;
  /** What was measured of workers can stand beside the reason as its evidence. */
  isWorker: boolean;
}

/** Suspends an account for some days or without an end, or lifts that; both with a reason. */
export function SuspensionForm({ accountId, suspended, isWorker }: SuspensionFormProps) {
  const { t } = useTranslation("standing");
  const toast = useToast();
  const suspend = useMutation(suspendMutation());
  const lift = useMutation(liftSuspensionMutation());
  const worker = useQuery({ ...workerEvidenceQuery(accountId), enabled: isWorker && !suspended });
  const evidence = worker.data?.evidence ?? [];
  const [named, setNamed] = useState<SignalName[]>([]);
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
      suspend.mutate({ accountId, reason, untilMs, evidence: named }, { onSuccess: done(t("suspendedNow")) });
    }
  });
  return (
    <Section title={t("title")} lead={t("lead")}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("reason")} label={t("reason")} autoComplete="off" />
        {!suspended && (
          <TextField
            {...form.field("days")}
            label={t("days")}
            help={t("daysHelp")}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
        {!suspended && <EvidenceChoice evidence={evidence} chosen={named} onChange={setNamed} />}
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
