import type { KindScore } from "@sightline/contract/score";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { EvidenceList } from "../../components/evidence-list";
import { percent } from "../../components/kind-score-table";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { appealKindMutation } from "./queries";

/** Why a kind is suspended, what is known of the worker in it, and the appeal to a person. */
export function SuspendedKind({ score }: { score: KindScore }) {
  const { t } = useTranslation("score");
  const toast = useToast();
  const appeal = useMutation(appealKindMutation());
  const schema = useMemo(
    () => z.object({ says: z.string().trim().min(3, t("appeal.missing")).max(2_000) }),
    [t],
  );
  const form = useForm(schema, { says: "" }, ({ says }) =>
    appeal.mutate(
      { kind: score.kind, says },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("appeal.sent") });
          form.reset();
        },
      },
    ),
  );
  const kind = t(`kinds.${score.kind}`);
  return (
    <Notice tone="bad">
      <p className="font-medium">{t("appeal.title", { kind })}</p>
      <p>{score.suspendedReason}</p>
      <p>{t("appeal.evidence", { accuracy: percent(score.accuracy), judged: score.judged })}</p>
      <EvidenceList evidence={score.suspendedEvidence} />
      <form noValidate onSubmit={form.onSubmit} className="mt-2 flex max-w-xl flex-col items-start gap-3">
        <TextField {...form.field("says")} label={t("appeal.says", { kind })} lines={3} className="w-full" />
        <SendError title={t("appeal.failed")} error={appeal.error} />
        <Button type="submit" isPending={appeal.isPending}>
          {t("appeal.send")}
        </Button>
      </form>
    </Notice>
  );
}
