import { Button } from "@sightline/ui/button";
import { Actions, Dialog } from "@sightline/ui/dialog";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PolicyWords } from "../../components/policy-words";
import { SendError } from "../../components/send-error";
import { laterTime } from "../../lib/later-time";
import { useForm } from "../../lib/use-form";
import { publishMutation, versionsQuery } from "./queries";

/** Writes a new version of the policy, beginning with this text, with a look at what people will read. */
export function PolicyDialog({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const publish = useMutation(publishMutation());
  const { data } = useQuery(versionsQuery);
  const schema = useMemo(() => policySchema(t), [t]);
  const form = useForm(schema, { text, changes: "", from: "" }, ({ from, ...words }) =>
    publish.mutate(
      { ...words, ...(from !== undefined && { effectiveFromMs: from }) },
      {
        onSuccess: ({ version }) => {
          toast({ tone: "good", text: t("sent", { version }) });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog title={t("publish")} isOpen onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
        <TextField {...form.field("text")} label={t("text")} help={t("textHelp")} lines={10} mono />
        <TextField {...form.field("changes")} label={t("changes")} help={t("changesHelp")} lines={2} />
        <TextField {...form.field("from")} type="datetime-local" label={t("from")} help={t("fromHelp")} />
        <section aria-label={t("preview")} className="flex flex-col gap-3">
          <p className="text-13 font-medium">{t("preview")}</p>
          <div className="flex flex-col gap-4 rounded-10 bg-hover p-4">
            <PolicyWords text={form.values.text} />
          </div>
        </section>
        {data && <Notice tone="info">{t("effect", { count: data.customers })}</Notice>}
        <SendError title={t("sendFailed")} error={publish.error} />
        <Actions>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" isPending={publish.isPending}>
            {t("send")}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** An empty time is now. */
function policySchema(t: TFunction<"policy">) {
  const from = laterTime({ wrong: t("fromWrong"), past: t("fromPast") });
  return z.object({
    text: z.string().trim().min(50, t("textShort")).max(20_000),
    changes: z.string().trim().min(3, t("changesShort")).max(500),
    from,
  });
}
