import {
  ANNOUNCEMENT_TONES,
  type AnnouncementRow,
  AUDIENCES,
  publishAnnouncementSchema,
} from "@sightline/contract/announcements";
import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { publishMutation, reachQuery } from "./queries";

const HOUR_MS = 3_600_000;

/** Writes an announcement, or a new version of `of`, with a look at what people will see. */
export function AnnouncementDialog({ of, onClose }: { of: AnnouncementRow | null; onClose: () => void }) {
  const { t } = useTranslation("announcements");
  const toast = useToast();
  const publish = useMutation(publishMutation());
  const { data: reach } = useQuery(reachQuery);
  const [audience, setAudience] = useState(of?.audience ?? "everybody");
  const [tone, setTone] = useState(of?.tone ?? "info");
  const schema = useMemo(
    () =>
      z.object({
        text: publishAnnouncementSchema.shape.text,
        hours: z
          .string()
          .trim()
          .regex(/^([1-9]\d{0,3})?$/, t("hoursWrong")),
      }),
    [t],
  );
  const form = useForm(schema, { text: of?.text ?? "", hours: "" }, ({ text, hours }) =>
    publish.mutate(
      {
        ...(of && { id: of.id }),
        audience,
        tone,
        text,
        untilMs: hours === "" ? null : Date.now() + Number(hours) * HOUR_MS,
      },
      {
        onSuccess: () => {
          toast({ tone: "good", text: t("published") });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog title={of ? t("editTitle", { id: of.id }) : t("write")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("text")} label={t("text")} help={t("textHelp")} lines={3} autoFocus />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={t("audience")}
            value={audience}
            onChange={setAudience}
            options={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
          />
          <Select
            label={t("tone")}
            value={tone}
            onChange={setTone}
            options={ANNOUNCEMENT_TONES.map((value) => ({ value, label: t(`tones.${value}`) }))}
          />
        </div>
        <TextField
          {...form.field("hours")}
          label={t("hours")}
          help={t("hoursHelp")}
          inputMode="numeric"
          autoComplete="off"
        />
        <div className="flex flex-col gap-1.5">
          <p className="text-13 font-medium">{t("preview")}</p>
          <Notice tone={tone}>
            <p className="break-words whitespace-pre-line">{form.values.text || "…"}</p>
          </Notice>
          {reach && <p className="text-13 text-text-quiet">{t("reach", { count: reach[audience] })}</p>}
        </div>
        <SendError title={t("publishFailed")} error={publish.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={publish.isPending}>
            {t("publish")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
