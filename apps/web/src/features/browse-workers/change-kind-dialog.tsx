import type { AbuseSignal } from "@sightline/contract/abuse-signals";
import type { KindScore } from "@sightline/contract/score";
import { suspendKindSchema } from "@sightline/contract/staff-workers";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceChoice } from "../../components/evidence-choice";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { liftKindMutation, setStageMutation, suspendKindMutation } from "./queries";

const schema = suspendKindSchema.pick({ reason: true });
type Act = "training" | "probation" | "full" | "suspend" | "lift";

/** Retrain a worker in a kind, let them through, suspend the kind or lift that; each with a reason. */
export function ChangeKindDialog({
  workerId,
  score,
  evidence,
  onClose,
}: {
  workerId: number;
  score: KindScore;
  evidence: AbuseSignal[];
  onClose: () => void;
}) {
  const { t } = useTranslation(["workers", "score"]);
  const toast = useToast();
  const acts: Act[] =
    score.suspendedReason === null ? ["suspend", "training", "probation", "full"] : ["lift", "training"];
  const [act, setAct] = useState<Act>(acts[0] ?? "suspend");
  const [named, setNamed] = useState(() => evidence.map(({ signal }) => signal));
  const setStage = useMutation(setStageMutation());
  const suspend = useMutation(suspendKindMutation());
  const lift = useMutation(liftKindMutation());
  const { kind } = score;
  const form = useForm(schema, { reason: "" }, ({ reason }) => {
    const done = {
      onSuccess: () => {
        toast({ tone: "good", text: t("done") });
        onClose();
      },
    };
    if (act === "suspend") suspend.mutate({ workerId, kind, reason, evidence: named }, done);
    else if (act === "lift") lift.mutate({ workerId, kind, reason }, done);
    else setStage.mutate({ workerId, kind, reason, stage: act }, done);
  });
  return (
    <Dialog title={t("dialog", { kind: t(`score:kinds.${kind}`) })} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <Select
          label={t("act")}
          value={act}
          onChange={setAct}
          options={acts.map((value) => ({ value, label: t(`acts.${value}`) }))}
        />
        <TextField {...form.field("reason")} label={t("reason")} help={t("reasonHelp")} lines={3} />
        {act === "suspend" && <EvidenceChoice evidence={evidence} chosen={named} onChange={setNamed} />}
        <SendError title={t("actFailed")} error={setStage.error ?? suspend.error ?? lift.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            tone={act === "suspend" ? "danger" : "primary"}
            isPending={setStage.isPending || suspend.isPending || lift.isPending}
          >
            {t(`acts.${act}`)}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
