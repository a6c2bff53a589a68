import type { LogInReply, Me } from "@sightline/contract/session";
import { logInCodeSchema } from "@sightline/contract/two-factor";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";
import { PasskeyButton } from "./passkey-button";

export interface LogInCodeFormProps {
  onLoggedIn: (me: Me) => void;
  onBack: () => void;
}

/** The second step: six digits of the app, or a recovery code. */
export function LogInCodeForm({ onLoggedIn, onBack }: LogInCodeFormProps) {
  const { t } = useTranslation("public");
  const send = useMutation(
    trpc.session.logInCode.mutationOptions({
      onSuccess: (reply) => reply.outcome === "logged_in" && onLoggedIn(reply.me),
    }),
  );
  const form = useForm(logInCodeSchema, { code: "" }, (output) => send.mutate(output));
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("code")}
        label={t("logIn.code")}
        help={t("logIn.codeHelp")}
        autoComplete="one-time-code"
        autoFocus
      />
      {send.data && <Refused reply={send.data} />}
      <SendError title={t("logIn.failed")} error={send.error} />
      <Button type="submit" tone="primary" wide isPending={send.isPending}>
        {t("logIn.codeSend")}
      </Button>
      <PasskeyButton label={t("logIn.passkeyInstead")} onLoggedIn={onLoggedIn} />
      <Button tone="quiet" wide onPress={onBack}>
        {t("logIn.codeBack")}
      </Button>
    </form>
  );
}

function Refused({ reply }: { reply: LogInReply }) {
  const { t } = useTranslation("public");
  if (reply.outcome === "logged_in") return null;
  return (
    <Notice tone="bad" urgent>
      {reply.outcome === "too_many_attempts"
        ? t("logIn.tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })
        : t("logIn.codeRefused")}
    </Notice>
  );
}
