import { GOLD_ANSWERS_MAX, GOLD_KINDS, type GoldKind } from "@sightline/contract/gold";
import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { GoldFileField } from "./gold-file-field";
import { addGoldMutation } from "./queries";
import { readBase64 } from "./read-base64";

const PICTURES = "image/png,image/jpeg,image/gif";

export function AddGoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("gold");
  const toast = useToast();
  const add = useMutation(addGoldMutation());
  const [kind, setKind] = useState<GoldKind>("image");
  const [file, setFile] = useState<File | null>(null);
  const [fileError, setFileError] = useState<string | undefined>();
  const needsFile = kind !== "text";
  const schema = useMemo(
    () =>
      z.object({
        question: needsFile ? z.string() : z.string().trim().min(1, t("questionMissing")).max(140),
        instructions: z.string().trim().max(140),
        answers: z
          .string()
          .transform((text) => text.split("\n").filter((line) => line.trim() !== ""))
          .pipe(
            z
              .array(z.string().max(1_000, t("answerLong")))
              .min(1, t("answersMissing"))
              .max(GOLD_ANSWERS_MAX, t("answersTooMany")),
          ),
        caseMatters: z.boolean(),
      }),
    [t, needsFile],
  );
  const send = async ({ question, instructions, answers, caseMatters }: z.output<typeof schema>) => {
    setFileError(needsFile && file === null ? t("fileMissing") : undefined);
    if (needsFile && file === null) return;
    const fileBase64 = needsFile && file ? await readBase64(file) : undefined;
    add.mutate(
      {
        kind,
        answers,
        caseMatters,
        ...(fileBase64 === undefined ? { question } : { fileBase64 }),
        ...(instructions === "" || kind === "text" ? {} : { instructions }),
      },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("sent") });
          onClose();
        },
      },
    );
  };
  const initial = { question: "", instructions: "", answers: "", caseMatters: false };
  const form = useForm(schema, initial, (values) => void send(values));
  const caseMatters = form.field("caseMatters");
  return (
    <Dialog title={t("dialog")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <Select
          label={t("kind")}
          value={kind}
          onChange={setKind}
          options={GOLD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        {needsFile ? (
          <GoldFileField
            file={file}
            accept={kind === "audio" ? "audio/mpeg" : PICTURES}
            error={fileError}
            onFile={setFile}
          />
        ) : (
          <TextField {...form.field("question")} label={t("question")} autoComplete="off" />
        )}
        {needsFile && (
          <TextField {...form.field("instructions")} label={t("instructions")} autoComplete="off" />
        )}
        <TextField
          {...form.field("answers")}
          label={t("answersLabel")}
          help={t(`answersHelp.${kind}`)}
          lines={3}
          mono
        />
        <CheckField name="caseMatters" checked={caseMatters.value} onChange={caseMatters.onChange}>
          {t("caseOption")}
        </CheckField>
        <SendError title={t("sendFailed")} error={add.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={add.isPending}>
            {t("send")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
