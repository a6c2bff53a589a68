import { type RequestPasswordResetReply, requestPasswordResetSchema } from "@sightline/contract/access";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";

export function RequestResetForm() {
  const { t } = useTranslation("public");
  const request = useMutation(trpc.access.requestPasswordReset.mutationOptions());
  const form = useForm(requestPasswordResetSchema, { email: "" }, (output) => request.mutate(output));

  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("email")}
        label={t("logIn.email")}
        type="email"
        autoComplete="username"
        autoFocus
      />
      {request.data && <Answer reply={request.data} />}
      <SendError title={t("forgot.failed")} error={request.error} />
      <Button type="submit" tone="primary" wide isPending={request.isPending}>
        {t("forgot.send")}
      </Button>
    </form>
  );
}

function Answer({ reply }: { reply: RequestPasswordResetReply }) {
  const { t } = useTranslation("public");
  switch (reply.outcome) {
    case "sent":
      return <Notice tone="good">{t("forgot.sent")}</Notice>;
    case "no_mail":
      return (
        <Notice tone="wait" urgent>
          {t("forgot.noMail")}
        </Notice>
      );
    case "too_many_attempts":
      return (
        <Notice tone="bad" urgent>
          {t("logIn.tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })}
        </Notice>
      );
  }
}
