import { type LogInReply, logInSchema, type Me } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { TextField } from "@sightline/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { trpc } from "../../lib/trpc";
import { useForm } from "../../lib/use-form";
import { LogInCodeForm } from "./log-in-code-form";
import { PasskeyButton } from "./passkey-button";

export function LogInForm({ onLoggedIn }: { onLoggedIn: (me: Me) => void }) {
  const { t } = useTranslation("public");
  const logIn = useMutation(
    trpc.session.logIn.mutationOptions({
      onSuccess: (reply) => reply.outcome === "logged_in" && onLoggedIn(reply.me),
    }),
  );
  const form = useForm(logInSchema, { email: "", password: "" }, (output) => logIn.mutate(output));

  if (logIn.data?.outcome === "code_needed") {
    return <LogInCodeForm onLoggedIn={onLoggedIn} onBack={logIn.reset} />;
  }
  return (
    <form noValidate onSubmit={form.onSubmit} className="flex flex-col gap-4">
      <TextField
        {...form.field("email")}
        label={t("logIn.email")}
        type="email"
        autoComplete="username"
        autoFocus
      />
      <TextField
        {...form.field("password")}
        label={t("logIn.password")}
        type="password"
        autoComplete="current-password"
      />
      {logIn.data && <Refused reply={logIn.data} />}
      <SendError title={t("logIn.failed")} error={logIn.error} />
      <Button type="submit" tone="primary" wide isPending={logIn.isPending}>
        {t("logIn.send")}
      </Button>
      <PasskeyButton label={t("logIn.passkey")} onLoggedIn={onLoggedIn} />
    </form>
  );
}

function Refused({ reply }: { reply: LogInReply }) {
  const { t } = useTranslation("public");
  if (reply.outcome === "logged_in" || reply.outcome === "code_needed") return null;
  return (
    <Notice tone={reply.outcome === "confirm_first" ? "wait" : "bad"} urgent>
      {reply.outcome === "refused"
        ? t("logIn.refused")
        : reply.outcome === "confirm_first"
          ? t("logIn.confirmFirst")
          : t("logIn.tooMany", { count: Math.ceil(reply.retryAfterSeconds / 60) })}
    </Notice>
  );
}
