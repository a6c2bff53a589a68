import { askOptOutSchema, type OptOutReply } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { useForm } from "../../lib/use-form";
import { askOptOutMutation } from "./queries";

export function AskOptOutForm({ onAsked }: { onAsked: (reply: OptOutReply) => void }) {
  const { t } = useTranslation("optOut");
  const ask = useMutation(askOptOutMutation());
  const form = useForm(askOptOutSchema, { host: "", email: "", words: "" }, (wanted) =>
    ask.mutate(wanted, { onSuccess: onAsked }),
  );
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField {...form.field("host")} label={t("host")} help={t("hostHelp")} autoComplete="off" mono />
      <TextField
        {...form.field("email")}
        label={t("email")}
        help={t("emailHelp")}
        type="email"
        autoComplete="email"
      />
      <TextField {...form.field("words")} label={t("words")} lines={3} />
      <SendError title={t("sendFailed")} error={ask.error} />
      <div>
        <Button type="submit" tone="primary" isPending={ask.isPending}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
