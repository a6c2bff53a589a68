import type { CaseView, ReasonCode, Verdict, VerdictReply } from "@sightline/contract/moderation";
import { REASON_CODES, reasonsOf } from "@sightline/contract/moderation";
import { formatUsd } from "@sightline/contract/money";
import { CheckField } from "@sightline/ui/check-field";
import { Section } from "@sightline/ui/section";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { decideMutation } from "./queries";
import { type Expected, VerdictButtons } from "./verdict-buttons";

const NOTE_MAX = 500;

export interface VerdictFormProps {
  view: CaseView;
  onDecided: (reply: VerdictReply) => void;
}

export function VerdictForm({ view, onDecided }: VerdictFormProps) {
  const { t } = useTranslation("moderation");
  const reasons = reasonsOf(view.kind);
  const [reasonCode, setReasonCode] = useState<ReasonCode>(
    view.kind !== "bad_report" && reasons.includes("within_policy")
      ? "within_policy"
      : (reasons[0] ?? "other"),
  );
  const [note, setNote] = useState("");
  const [takesPayBack, setTakesPayBack] = useState(false);
  const decide = useMutation(decideMutation());
  const effect = view.claims?.effect ?? { refundMicros: 0, payMicros: 0 };

  const send = (verdict: Verdict, expected: Expected) => {
    if (note.trim().length > NOTE_MAX) return;
    decide.mutate(
      { caseId: view.id, verdict, takesPayBack, reasonCode, ...(note.trim() && { note }), expected },
      { onSuccess: onDecided },
    );
  };

  return (
    <Section title={t("decide")} raised>
      <Select
        label={t("reason")}
        value={reasonCode}
        onChange={setReasonCode}
        options={reasons.map((value) => ({ value, label: REASON_CODES[value] }))}
      />
      <TextField
        label={t("note")}
        help={t("noteHelp")}
        value={note}
        onChange={setNote}
        error={note.trim().length > NOTE_MAX ? t("noteLong", { max: NOTE_MAX }) : undefined}
        lines={2}
      />
      {view.kind === "bad_report" &&
        (effect.payMicros > 0 ? (
          <CheckField name="takesPayBack" checked={takesPayBack} onChange={setTakesPayBack}>
            {t("takePay", { amount: formatUsd(effect.payMicros) })}
          </CheckField>
        ) : (
          <p className="text-13 text-text-quiet">{t("noPay")}</p>
        ))}
      <SendError title={t("decideFailed")} error={decide.error} />
      <VerdictButtons
        kind={view.kind}
        effect={effect}
        takesPayBack={takesPayBack}
        isPending={decide.isPending}
        onVerdict={send}
      />
    </Section>
  );
}
