import type { RecognitionRow, RecognitionRule } from "@sightline/contract/recognition";
import { Button } from "@sightline/ui/button";
import { ChoiceCards } from "@sightline/ui/choice-cards";
import { Actions } from "@sightline/ui/dialog";
import { TextField, type TextFieldProps } from "@sightline/ui/text-field";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import {
  type RecognitionMode,
  recognitionFormSchema,
  recognitionFormValues,
} from "./recognition-form-schema";

export interface RecognitionFormProps {
  row: RecognitionRow;
  pending: boolean;
  error: unknown;
  onSend: (rule: RecognitionRule | null) => void;
  onCancel: () => void;
}

const NUMBER = {
  inputMode: "decimal",
  autoComplete: "off",
  mono: true,
} as const satisfies Partial<TextFieldProps>;

export function RecognitionForm({ row, pending, error, onSend, onCancel }: RecognitionFormProps) {
  const { t } = useTranslation("recognition");
  const [mode, setMode] = useState<RecognitionMode>(row.rule?.mode ?? "single");
  const schema = useMemo(() => recognitionFormSchema(mode, t), [mode, t]);
  const form = useForm(schema, recognitionFormValues(row.rule), onSend);
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <ChoiceCards
        label={t("modesLabel")}
        name="mode"
        value={mode}
        onChange={setMode}
        choices={(["single", "matches", "confidence"] as const).map((value) => ({
          value,
          title: t(`modes.${value}.title`),
          note: t(`modes.${value}.note`),
        }))}
      />
      {mode !== "single" && (
        <div className="grid gap-4 sm:grid-cols-2">
          {mode === "matches" ? (
            <TextField
              {...form.field("matchesMin")}
              {...NUMBER}
              label={t("matchesMin")}
              help={t("matchesMinHelp")}
            />
          ) : (
            <TextField
              {...form.field("confidence")}
              {...NUMBER}
              label={t("confidence")}
              help={t("confidenceHelp")}
              suffix="%"
            />
          )}
          <TextField {...form.field("answersMin")} {...NUMBER} label={t("answersMin")} />
          <TextField
            {...form.field("answersMax")}
            {...NUMBER}
            label={t("answersMax")}
            help={t("answersMaxHelp")}
          />
        </div>
      )}
      <SendError title={t("saveFailed")} error={error} />
      <Actions>
        <Button onPress={onCancel}>{t("cancel")}</Button>
        <Button type="submit" tone="primary" isPending={pending}>
          {t("save")}
        </Button>
      </Actions>
    </form>
  );
}
